import type { RgbaImage } from '../image/image';
import type { DecodedCode } from '../protocol';
import { runCascade, runStage } from './cascade';
import { createGrey, luma, toRgba, type GreyImage } from './grey';
import type { CodeReader } from './reader';
import { CodeSource, stages, whole } from './stages';

const always = stages.filter(({ live }) => live === 'always');
const inTurn = stages.filter(({ live }) => live === 'inTurn');

/** Frames differ by less than this many grey levels on average while the camera is held still. */
const steadyDifference = 30;
/** Frames that the mean remembers. */
const memory = 8;
/** Frames before the mean is worth reading. */
const enough = 3;

/**
 * Reads a stream of camera frames: the cheap stages on each, one of the dear ones in turn, and the mean of the
 * frames while the camera is held still, which takes out noise and flicker that no single frame is free of.
 */
export class LiveCascade {
  #turn = 0;
  #mean: Float32Array = new Float32Array();
  #width = 0;
  #frames = 0;

  async read(frame: RgbaImage, reader: CodeReader, budgetMs: number): Promise<DecodedCode | null> {
    const end = performance.now() + budgetMs;
    const code = await runCascade(frame, reader, { stages: always });
    if (code) return this.#done(code);
    const mean = this.#add(luma(frame));
    for (const [stage, picture] of [
      [mean && steady, mean],
      [inTurn[this.#turn++ % inTurn.length], mean ?? frame]
    ] as const) {
      if (!stage || !picture || performance.now() >= end) continue;
      const found = await runStage(new CodeSource(picture), reader, stage, end);
      if (found) return this.#done(found);
    }
    return null;
  }

  #done(code: DecodedCode): DecodedCode {
    this.#frames = 0;
    return code;
  }

  /** Takes a frame into the mean, or starts afresh when the camera moved; the mean once it holds enough frames. */
  #add(frame: GreyImage): RgbaImage | null {
    const { data } = frame;
    if (this.#width !== frame.width || this.#mean.length !== data.length || !this.#isSteady(data)) {
      this.#mean = Float32Array.from(data);
      this.#width = frame.width;
      this.#frames = 1;
      return null;
    }
    const share = 1 / Math.min(memory, ++this.#frames);
    for (let i = 0; i < data.length; i++) this.#mean[i]! += (data[i]! - this.#mean[i]!) * share;
    if (this.#frames < enough) return null;
    const mean = createGrey(frame.width, frame.height);
    mean.data.set(this.#mean);
    return toRgba(mean);
  }

  /** Compares blocks of pixels, in which noise cancels out and shifted modules do not. */
  #isSteady(data: Uint8ClampedArray): boolean {
    const block = 4;
    const width = this.#width;
    const height = data.length / width;
    let [difference, blocks] = [0, 0];
    for (let y = 0; y + block <= height; y += 3 * block)
      for (let x = 0; x + block <= width; x += 3 * block) {
        let sum = 0;
        for (let i = 0; i < block * block; i++) {
          const at = (y + (i >> 2)) * width + x + (i & 3);
          sum += data[at]! - this.#mean[at]!;
        }
        difference += Math.abs(sum) / (block * block);
        blocks++;
      }
    return blocks > 0 && difference / blocks < steadyDifference;
  }
}

const steady = whole('steady', 'noise and flicker of single frames', 'global', (source) => source.picture);
