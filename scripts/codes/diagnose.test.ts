import { describe, expect, it } from 'vitest';
import { photograph, randomFrom, type Damage } from './damage';
import { encodeCode } from './draw';
import { createImage, type RgbaImage } from '../../workers/image/image';
import { diagnoseCode } from '../../workers/code/diagnose';

const code = encodeCode('0123456789abcdef'.repeat(24));

/** The left part of a picture, `share` of its width. */
function leftPart({ width, height, data }: RgbaImage, share: number): RgbaImage {
  const part = createImage(Math.round(width * share), height);
  for (let y = 0; y < height; y++) {
    part.data.set(data.subarray(y * width * 4, (y * width + part.width) * 4), y * part.width * 4);
  }
  return part;
}

describe('diagnoseCode', () => {
  it.each<[string, Damage]>([
    ['tooSmall', { module: 1.4 }],
    ['blurred', { module: 6, blur: 0.75 }],
    ['glare', { module: 5, glare: 0.45 }]
  ])('%s', async (trouble, damage) => {
    for (const seed of [1, 2, 3]) {
      expect(diagnoseCode(await photograph(code, damage, seed)), `seed ${seed}`).toBe(trouble);
    }
  });

  it('cutOff', async () => {
    const picture = await photograph(code, { module: 5 });
    expect(diagnoseCode(leftPart(picture, 0.6))).toBe('cutOff');
  });

  it('unreadable when all three corners are there in focus but the content is not', async () => {
    const random = randomFrom(4);
    const { size, dark } = code;
    const scrambled = dark.map((isDark, i) => {
      const [x, y] = [i % size, Math.floor(i / size)];
      const isCorner = (x < 9 && (y < 9 || y > size - 9)) || (x > size - 9 && y < 9);
      return isCorner ? isDark : random() < 0.5;
    });
    expect(diagnoseCode(await photograph({ size, dark: scrambled }, { module: 5, blur: 0.2 }))).toBe(
      'unreadable'
    );
  });

  it('none on an empty wall, on grain and on a chequered one', async () => {
    const random = randomFrom(5);
    const grain = createImage(300, 300);
    for (let i = 0; i < grain.data.length; i++) if (i % 4 !== 3) grain.data[i] = 255 * random();
    const chequered = await photograph(
      { size: 30, dark: Array.from({ length: 900 }, (_, i) => (i + Math.floor(i / 30)) % 2 === 0) },
      { module: 8 }
    );
    for (const picture of [createImage(300, 200), grain, chequered])
      expect(diagnoseCode(picture)).toBe('none');
  });
});
