import { beforeAll, describe, expect, it } from 'vitest';
import { photograph } from './damage';
import { encodeCode } from './draw';
import { openReader } from './reader';
import { createImage, type RgbaImage } from '../../workers/image/image';
import { LiveCascade } from '../../workers/code/live';
import type { DecodedCode } from '../../workers/protocol';
import type { CodeReader } from '../../workers/code/reader';

const text = '0123456789abcdef'.repeat(12);
const code = encodeCode(text);
const budgetMs = 60_000;
let reader: CodeReader;
beforeAll(async () => {
  reader = await openReader();
});

const frame = (seed: number, rotate = 0) => photograph(code, { module: 3, noise: 130, rotate }, seed);

describe('LiveCascade', () => {
  it('reads a clear frame at once', async () => {
    const [found] = await new LiveCascade().read(await photograph(code, { module: 4 }), reader, budgetMs);
    expect(found?.text).toBe(text);
  });

  it('reads frames of a steady camera together that it cannot read alone', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      expect(await new LiveCascade().read(await frame(seed), reader, budgetMs)).toEqual([]);
    }
    const live = new LiveCascade();
    let found: DecodedCode[] = [];
    for (let seed = 1; seed <= 12 && !found.length; seed++)
      found = await live.read(await frame(seed), reader, budgetMs);
    expect(found[0]?.text).toBe(text);
  });

  it('does not mix frames of a moving camera', async () => {
    const live = new LiveCascade();
    for (let seed = 1; seed <= 6; seed++) {
      expect(await live.read(await frame(seed, 25 * seed), reader, budgetMs)).toEqual([]);
    }
  });

  it('reads the one of two codes that is aimed at, in the frame’s own pixels', async () => {
    const aimedAt = '学号=2021301234;姓名=林小满';
    const [aimed, other] = [encodeCode(aimedAt), encodeCode('学号=2021305678;姓名=王大山')];
    const [middle, corner] = [await photograph(aimed, { module: 8 }), await photograph(other, { module: 4 })];
    const frame = createImage(1280, 960);
    frame.data.fill(255);
    const at = { x: (1280 - middle.width) >> 1, y: (960 - middle.height) >> 1 };
    paste(frame, middle, at);
    paste(frame, corner, { x: 0, y: 0 });
    const [found, ...rest] = await new LiveCascade().read(frame, reader, budgetMs);
    expect(found?.text).toBe(aimedAt);
    expect(rest).toEqual([]);
    for (const { x, y } of found!.corners) {
      expect(x).toBeGreaterThan(at.x);
      expect(x).toBeLessThan(at.x + middle.width);
      expect(y).toBeGreaterThan(at.y);
      expect(y).toBeLessThan(at.y + middle.height);
    }
  });

  it('takes the collection code beside one of another kind, and another kind only when it is held', async () => {
    const frame = createImage(1280, 960);
    frame.data.fill(255);
    paste(frame, await photograph(encodeCode('https://u.wechat.com/EAbCdEfGh'), { module: 6 }), {
      x: 500,
      y: 340
    });
    const live = new LiveCascade();
    expect(await live.read(frame, reader, budgetMs)).toEqual([]);
    let found: DecodedCode[] = [];
    for (let i = 0; i < 8 && !found.length; i++) found = await live.read(frame, reader, budgetMs);
    expect(found).toMatchObject([{ payload: { kind: 'foreign' } }]);

    paste(frame, await photograph(encodeCode('学号=2021301234;姓名=林小满'), { module: 4 }), { x: 0, y: 0 });
    expect(await live.read(frame, reader, budgetMs)).toMatchObject([{ payload: { kind: 'keyValue' } }]);
  });

  it('tells what is wrong with frames it cannot read', async () => {
    const live = new LiveCascade();
    const whole = await photograph(code, { module: 6 });
    const cut = createImage(Math.round(0.6 * whole.width), whole.height);
    for (let y = 0; y < cut.height; y++)
      cut.data.set(
        whole.data.subarray(4 * y * whole.width, 4 * (y * whole.width + cut.width)),
        4 * y * cut.width
      );
    let trouble = 'none';
    for (let i = 0; i < 8; i++) {
      expect(await live.read(cut, reader, budgetMs)).toEqual([]);
      trouble = live.trouble(cut);
    }
    expect(trouble).toBe('cutOff');
  });
});

function paste(frame: RgbaImage, { width, height, data }: RgbaImage, at: { x: number; y: number }) {
  for (let y = 0; y < height; y++)
    frame.data.set(data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * ((at.y + y) * frame.width + at.x));
}
