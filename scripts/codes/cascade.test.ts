import { beforeAll, describe, expect, it } from 'vitest';
import { damages, photograph, randomFrom, type Damage } from './damage';
import { encodeCode } from './draw';
import { openReader } from './reader';
import { createImage, type RgbaImage } from '../../workers/image/image';
import { distance } from '../../workers/image/point';
import { runCascade } from '../../workers/code/cascade';
import type { CodeReader } from '../../workers/code/reader';
import { zxingJs } from '../../workers/code/zxing-js-reader';

const token = (length: number, seed = 3) => {
  const random = randomFrom(seed);
  const bytes = Uint8Array.from({ length }, () => Math.floor(256 * random()));
  return Buffer.from(bytes).toString('base64');
};
const text = token(220);
const code = encodeCode(text);

let reader: CodeReader;
beforeAll(async () => {
  reader = await openReader();
});

describe('runCascade', () => {
  it.each(Object.keys(damages))('reads a dense code: %s', async (kind) => {
    for (const seed of process.env.GRADFRAME_LONG ? [1, 2, 3] : [1, 2]) {
      const picture = await photograph(code, damages[kind]!(randomFrom(seed)), seed);
      expect((await runCascade(picture, reader))[0]?.text, `seed ${seed}`).toBe(text);
    }
  });

  it.each<[string, Damage]>([
    ['strong tilt', { module: 7, tilt: 0.6, tiltTowards: 200, noise: 4 }],
    ['tilt on dark ground', { module: 7, tilt: 0.6, tiltTowards: 315, inverted: true }],
    ['a deep bend', { module: 5, bend: 2.5, noise: 4, blur: 0.2 }],
    ['blur that joins modules', { module: 5, blur: 0.55, noise: 1 }]
  ])('reads what one decoder alone does not: %s', async (_, damage) => {
    const picture = await photograph(code, damage);
    expect(await reader.read(picture, 'local')).toEqual([]);
    expect((await runCascade(picture, reader))[0]?.text).toBe(text);
  });

  it('tells where the code is, through any preparation', async () => {
    const damages: Damage[] = [{ module: 4 }, { module: 6, tilt: 0.55, tiltTowards: 0 }];
    for (const damage of damages) {
      const picture = await photograph(code, damage);
      const [found] = await runCascade(picture, reader);
      expect(found?.corners).toHaveLength(4);
      const [topLeft, , bottomRight] = found!.corners;
      const centre = { x: picture.width / 2, y: picture.height / 2 };
      // an undamaged code fills the picture but for its border; a tilted one straddles the centre
      expect(topLeft!.x).toBeLessThan(centre.x);
      expect(bottomRight!.y).toBeGreaterThan(centre.y);
      if (!damage.tilt) expect(distance(topLeft!, { x: 16, y: 16 })).toBeLessThan(4);
    }
  });

  it('tells what was read', async () => {
    const picture = await photograph(encodeCode('学号=2021301234;姓名=林小满'), { module: 4 });
    expect(await runCascade(picture, reader)).toMatchObject([
      { payload: { kind: 'keyValue', fields: { studentNumber: '2021301234', name: '林小满' } } }
    ]);
  });

  it('stops when its time is up', async () => {
    const picture = await photograph(code, damages.tilted!(randomFrom(1)), 1);
    expect(await runCascade(picture, reader, { budgetMs: 0 })).toEqual([]);
  });

  it('finds nothing where there is nothing', async () => {
    const random = randomFrom(9);
    const grain = createImage(240, 240);
    for (let i = 0; i < grain.data.length; i++) if (i % 4 !== 3) grain.data[i] = random() < 0.5 ? 0 : 255;
    const blocks: RgbaImage = await photograph(
      { size: 45, dark: Array.from({ length: 45 * 45 }, () => random() < 0.5) },
      { module: 5 }
    );
    for (const picture of [createImage(200, 150), grain, blocks]) {
      expect(await runCascade(picture, reader)).toEqual([]);
    }
  });
});

describe('the plain engine', () => {
  it.each<[string, Damage]>([
    ['clean', { module: 4 }],
    ['inverted', { module: 4, inverted: true }]
  ])('reads where WebAssembly is missing: %s', async (_, damage) => {
    const [found] = await runCascade(await photograph(code, damage), zxingJs);
    expect(found?.text).toBe(text);
    expect(found?.decoder).toMatch(/^zxing-js\//);
  });
});
