import { beforeAll, describe, expect, it } from 'vitest';
import { highestDensity, longestSide } from '../standard';
import { resolveStandard } from '../resolve';
import { densityOf } from '../../image/density';
import { resample } from '../../image/resample';
import { headMeasures } from '../head-measures';
import type { FinishAnswer } from '../../protocol';
import { NodeStudio } from '../../studio/node-studio';
import { colourOf } from '../colours';
import { standards } from '.';

const languages = ['zh-CN', 'en', 'zh-TW'];

it('the catalogue has each id once, and the registry’s standard first', () => {
  const ids = standards.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe('chsi-99');
  expect(ids.every((id) => /^[a-z0-9-]{2,64}$/.test(id))).toBe(true);
});

let studio: NodeStudio;
beforeAll(async () => (studio = await NodeStudio.open({ width: 480, height: 640 })), 60_000);

describe.each(standards)('$id', (entry) => {
  const standard = resolveStandard({ standard: entry.id });
  const { accepts, bytes, background } = standard;

  it('says what it is, where from and how far it can be relied on', () => {
    expect(Object.keys(entry.name).sort()).toEqual([...languages].sort());
    for (const text of [...Object.values(entry.name), entry.issuer, entry.source])
      expect(text.trim()).not.toBe('');
    expect(entry.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    expect(['A', 'B', 'C']).toContain(entry.trust);
    if (entry.trust === 'C') expect(['xinhua', 'xj-zikao']).toContain(entry.id);
  });

  it('agrees with itself', () => {
    for (const [made, { min, max }, most] of [
      [standard.width, accepts.width, longestSide],
      [standard.height, accepts.height, longestSide],
      [standard.density, accepts.density, highestDensity]
    ] as const) {
      expect(Number.isInteger(made)).toBe(true);
      expect(made).toBeGreaterThanOrEqual(min);
      expect(made).toBeLessThanOrEqual(max);
      expect(max).toBeLessThanOrEqual(most);
    }
    if (entry.aspect) expect(standard.width / standard.height).toBeCloseTo(entry.aspect, 2);
    expect(bytes.min ?? 0).toBeLessThan(bytes.max ?? Infinity);
    for (const { of, min, max } of standard.windows) {
      const side = standard[headMeasures[of].along];
      expect(min ?? 0).toBeGreaterThanOrEqual(0);
      expect(max ?? side).toBeLessThanOrEqual(side);
    }
    if (entry.backgrounds === 'asIs') expect(entry.mayReplaceBackground).toBe(false);
    else for (const name of entry.backgrounds) expect(colourOf(name), name).toBeDefined();
    expect(background === null).toBe(!entry.mayReplaceBackground);
  });

  it('finishes the drawn sitter inside its windows, size and bytes', async () => {
    const wall = Array.isArray(entry.backgrounds) && !background ? colourOf(entry.backgrounds[0]) : undefined;
    const { answer, source } = await studio.shoot(standard, wall);
    const { photo, crop, flat, finishedReport } = answer as FinishAnswer & { photo: object };
    const missed = finishedReport!.findings.filter(({ verdict }) => verdict === 'fail');
    expect(missed).toEqual([]);
    const judged = finishedReport!.findings.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
    expect(judged).toEqual(expect.arrayContaining(standard.windows.map(({ of }) => headMeasures[of].id)));
    expect(photo).toMatchObject({ width: standard.width, height: standard.height });
    expect(photo!.jpeg.length).toBeGreaterThanOrEqual(bytes.min ?? 0);
    expect(photo!.jpeg.length).toBeLessThanOrEqual(bytes.max ?? Infinity);
    expect(photo!.quality).toBeGreaterThanOrEqual(entry.minQuality);
    expect(densityOf(photo!.jpeg)).toBe(standard.density);
    if (background) return;
    // Nothing but resampled, and inside the frame: what is beyond it could only be made up.
    expect(crop!.x).toBeGreaterThanOrEqual(-1e-6);
    expect(crop!.y).toBeGreaterThanOrEqual(-1e-6);
    const plain = resample(source, crop!, standard.width, standard.height);
    const { data: decoded } = await studio.pixelsOf(photo!.jpeg);
    expect(meanDifference(flat!.data, plain.data)).toBeLessThan(0.5);
    expect(meanDifference(decoded, plain.data)).toBeLessThan(3);
  });
});

function meanDifference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += Math.abs(one[i]! - other[i]!);
  return sum / (0.75 * one.length);
}
