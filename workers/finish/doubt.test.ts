import { beforeAll, describe, expect, it } from 'vitest';
import { createPlane, type Plane } from '../image/image';
import type { FinishAnswer, FinishOptions, Report } from '../protocol';
import { resolveStandard } from '../standard/resolve';
import { alphaOn, TruthEngines } from '../studio/engines';
import { nodeEngines } from '../studio/node-studio';
import { renderSitter, type SitterOptions } from '../studio/sitter';
import { doubtOf, doubtThreshold, fineIsBetter } from './doubt';
import type { Engines } from './engines';
import { finish } from './recipe';

/** A mask of 480 × 640: sure of a sitter in the middle, and of `value` about a block beside them. */
function maskWith(value: number, width = 0): Plane {
  const mask = createPlane(480, 640);
  for (let y = 120; y < 640; y++) mask.data.fill(1, y * 480 + 140, y * 480 + 340);
  for (let y = 300; y < 500; y++) mask.data.fill(value, y * 480 + 340, y * 480 + 340 + width);
  return mask;
}

describe('doubtOf', () => {
  it('is none for a mask that is sure of all, whichever way', () => {
    expect(doubtOf(maskWith(0))).toBe(0);
    expect(doubtOf(maskWith(1, 120))).toBe(0);
  });
  it('is none for indecision at the edge, which the band is solved for', () => {
    expect(doubtOf(maskWith(0.45, 10))).toBe(0);
  });
  it('counts a thing that is half taken for the sitter, or half for the wall, by its area', () => {
    const [taken, left] = [doubtOf(maskWith(0.6, 120)), doubtOf(maskWith(0.4, 120))];
    expect(taken).toBeGreaterThan(doubtThreshold);
    expect(left).toBeGreaterThan(doubtThreshold);
    expect(doubtOf(maskWith(0.4, 60))).toBeLessThan(left);
    expect(doubtOf(maskWith(0.1, 120))).toBeLessThan(left);
  });
  it('is none where there is no sitter', () => {
    expect(doubtOf(createPlane(480, 640))).toBe(0);
  });
});

describe('auto', () => {
  const standard = resolveStandard();
  let real: Awaited<ReturnType<typeof nodeEngines>>;
  beforeAll(async () => (real = await nodeEngines()));

  /** By options: most cases are of the same sitter. */
  const sitters = new Map<string, ReturnType<typeof renderSitter>>();
  function drawn(options: SitterOptions): ReturnType<typeof renderSitter> {
    const key = JSON.stringify(options);
    const known = sitters.get(key) ?? renderSitter({ width: 720, height: 960, supersample: 1, ...options });
    sitters.set(key, known);
    return known;
  }

  /** The recipe with what is true of the sitter as engines; the coarse one half takes a block beside the head for them. */
  async function finished(
    matte: FinishOptions['matte'],
    { sitter: options = {}, hesitant = false, loaded = true }: Case = {}
  ): Promise<FinishAnswer & { asked: number }> {
    const sitter = drawn(options);
    const truth = new TruthEngines(sitter, real.kernels);
    let asked = 0;
    const engines: Engines = {
      kernels: truth.kernels,
      findFaces: truth.findFaces,
      segmentPerson: (given) => {
        const mask = truth.segmentPerson(given);
        if (hesitant && given !== truth.picture) hesitate(mask);
        return mask;
      },
      encode: real.encode,
      decode: real.decode,
      ...(loaded && {
        cutFine: (image) => {
          asked++;
          return Promise.resolve(alphaOn(sitter.truth.alpha, truth.crop!, image));
        }
      })
    };
    const emit = { alpha: true, overlay: false };
    const given: FinishOptions = { kind: 'still', standard, matte, force: true, emit };
    return { ...(await finish(truth.picture, given, engines)), asked };
  }

  interface Case {
    sitter?: SitterOptions;
    hesitant?: boolean;
    loaded?: boolean;
  }

  /** Half sure of a block at the frame's right, which stands on the shoulder. */
  function hesitate({ width, height, data }: Plane): void {
    for (let y = 160; y < height; y++)
      for (let x = width - 90; x < width; x++) data[y * width + x] = Math.max(0.6, data[y * width + x]!);
  }

  it('takes the fast matte where the coarse mask is sure, and never asks the fine engine', async () => {
    const answer = await finished('auto');
    expect(answer.asked).toBe(0);
    expect(answer.matte).toMatchObject({ engine: 'fast', fineAdvised: false });
    expect(answer.matte!.doubt).toBeLessThan(doubtThreshold);
  });

  it('takes the fast matte before a wall that is not plain, while the mask is sure', async () => {
    const answer = await finished('auto', { sitter: { wall: { busy: 'shelves' } } });
    expect(answer.asked).toBe(0);
    expect(answer.matte).toMatchObject({ engine: 'fast', fineAdvised: false });
  });

  it('takes the fine matte where the mask is undecided, which then is nearer the truth', async () => {
    const [auto, fast] = [
      await finished('auto', { hesitant: true }),
      await finished('fast', { hesitant: true })
    ];
    expect(auto.asked).toBeGreaterThan(0);
    expect(auto.matte).toMatchObject({ engine: 'fine', fineAdvised: false });
    expect(fast.matte).toMatchObject({ engine: 'fast', fineAdvised: true });
    expect(fast.matte!.doubt).toBeGreaterThan(doubtThreshold);
    // The block is wall: the more of it stays, the worse.
    expect(blockOf(fast)).toBeGreaterThan(0.5);
    expect(blockOf(auto)).toBeLessThan(0.05);
  });

  it('advises the fine matte where it would take it and has it not', async () => {
    const answer = await finished('auto', { hesitant: true, loaded: false });
    expect(answer.matte).toMatchObject({ engine: 'fast', fineAdvised: true });
  });

  /** Mean cover of the middle of the block that the mask was undecided about, 0…1. */
  function blockOf({ alpha }: FinishAnswer): number {
    let [sum, count] = [0, 0];
    for (let y = 190; y < 300; y++)
      for (let x = 420; x < 470; x++) {
        sum += alpha!.data[(y * 480 + x) * 4]! / 255;
        count++;
      }
    return sum / count;
  }
});

describe('fineIsBetter', () => {
  const reportOf = (contrast: number): Report => ({
    standard: 'chsi-99',
    kind: 'still',
    verdict: 'pass',
    findings: [
      { id: 'background.contrast', value: contrast, quality: 100, verdict: 'pass', unit: '', message: null }
    ],
    reasons: []
  });

  it('needs both a mask in doubt and colours that tell sitter and wall', () => {
    expect(fineIsBetter(doubtThreshold, reportOf(30))).toBe(true);
    expect(fineIsBetter(0.9 * doubtThreshold, reportOf(30))).toBe(false);
    expect(fineIsBetter(4 * doubtThreshold, reportOf(12))).toBe(false);
  });
});
