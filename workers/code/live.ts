import { createImage, type RgbaImage } from '../image/image';
import { Pace } from '../pace';
import type { CodeTrouble, DecodedCode } from '../protocol';
import { counts, runStage } from './cascade';
import { chosen } from './choose';
import { without } from './cover';
import { createGrey, luma, toRgba, type GreyImage } from './grey';
import type { CodeReader } from './reader';
import { CodeSource, stages, whole } from './stages';
import { diagnoseCode } from './diagnose';

const always = stages.filter(({ live }) => live === 'always');
const inTurn = stages.filter(({ live }) => live === 'inTurn');

/** Frames differ by less than this many grey levels on average while the camera is held still. */
const steadyDifference = 30;
/** Frames that the mean remembers. */
const memory = 8;
/** Frames before the mean is worth reading. */
const enough = 3;
/** Side of the square that the view finder aims at, as a share of the shorter side of the frame. */
const aimedShare = 0.7;
/** Frames in which nothing but a code that is not ours may be read before it is taken as what was meant. */
const patience = 6;
/** Every how many unread frames it is asked what is wrong: that costs as much as a dear stage. */
const troubleEvery = 8;

/**
 * Reads a stream of camera frames: what the view finder aims at first, then the cheap stages on the whole frame, then
 * the mean of the frames while the camera is held still, which takes out noise and flicker that no single frame is
 * free of, and, half the time at most, one of the dear stages in turn.
 */
export class LiveCascade {
  /** Half the time goes to quick reading: a code that comes into the picture is not missed. */
  readonly #pace = new Pace(0.5);
  #turn = 0;
  #unread = 0;
  #foreign = 0;
  #trouble: CodeTrouble = 'none';
  #mean: Float32Array = new Float32Array();
  #width = 0;
  #frames = 0;

  /**
   * The codes of a frame that can be meant. One that is no collection code is passed over for some frames: ours may be
   * beside it, or come into the picture.
   */
  async read(frame: RgbaImage, reader: CodeReader, budgetMs: number): Promise<DecodedCode[]> {
    const began = performance.now();
    const end = began + budgetMs;
    const source = new CodeSource(frame);
    const quick = [await readAimed(frame, reader)];
    for (const stage of always) {
      if (quick.flat().some(counts)) break;
      quick.push(await runStage(source, reader, stage));
    }
    const codes = quick.flat();
    if (codes.some(counts)) return this.#done(chosen(codes));
    const mean = this.#add(luma(frame));
    const together = mean ? await runStage(new CodeSource(mean), reader, steady, end) : [];
    if (together.some(counts)) return this.#done(chosen(together));
    const other = codes.length ? codes : together;
    this.#foreign = other.length ? this.#foreign + 1 : 0;
    if (this.#foreign >= patience) return this.#done(chosen(other));
    const started = performance.now();
    this.#pace.earn(started - began);
    if (!this.#pace.due || started >= end) return [];
    const dear = inTurn[this.#turn++ % inTurn.length]!;
    // What was read and is not ours would be read again, instead of what is beside it.
    const rest = without(mean ?? frame, other);
    const found = await runStage(new CodeSource(rest), reader, dear, end);
    this.#pace.spend(performance.now() - started);
    return found.some(counts) || (found.length && !other.length) ? this.#done(chosen(found)) : [];
  }

  /** What keeps the frames before from being read, looked into every few of them. */
  trouble(frame: RgbaImage): CodeTrouble {
    if (++this.#unread % troubleEvery === 0) {
      const started = performance.now();
      this.#trouble = diagnoseCode(frame);
      this.#pace.spend(performance.now() - started);
    }
    return this.#trouble;
  }

  #done(codes: DecodedCode[]): DecodedCode[] {
    this.#foreign = 0;
    this.#frames = 0;
    this.#unread = 0;
    this.#trouble = 'none';
    return codes;
  }

  /** Takes a frame into the mean, or starts afresh when the camera moved; the mean once it holds enough frames. */
  #add(frame: GreyImage): RgbaImage | null {
    const { data } = frame;
    if (this.#width !== frame.width || this.#mean.length !== data.length || !this.#isSteady(data)) {
      this.#mean = new Float32Array(data);
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
    let difference = 0;
    let blocks = 0;
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
const plain = stages[0]!;

/** The plain stage on the middle of the frame: quicker than all of it, and of several codes the one aimed at. */
async function readAimed(frame: RgbaImage, reader: CodeReader): Promise<DecodedCode[]> {
  const { width, height, data } = frame;
  const side = Math.round(aimedShare * Math.min(width, height));
  const left = (width - side) >> 1;
  const top = (height - side) >> 1;
  const middle = createImage(side, side);
  for (let y = 0; y < side; y++) {
    const from = 4 * ((top + y) * width + left);
    middle.data.set(data.subarray(from, from + 4 * side), 4 * y * side);
  }
  const codes = await runStage(new CodeSource(middle), reader, plain);
  return codes.map((code) => ({
    ...code,
    corners: code.corners.map(({ x, y }) => ({ x: x + left, y: y + top }))
  }));
}
