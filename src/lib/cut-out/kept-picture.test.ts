import { afterEach, expect, it } from 'vitest';
import { forgetPicture, keepPicture, pictureOf } from './kept-picture';

/** As much of a bitmap as is looked at here. */
const bitmap = () => {
  const state = { closed: 0 };
  return { state, source: { close: () => state.closed++ } as unknown as ImageBitmap };
};
const jpeg = Uint8Array.of(0xff, 0xd8, 1, 2);

afterEach(forgetPicture);

it('knows the picture of a shot by the bytes of the photo, also of a copy', () => {
  const { source } = bitmap();
  keepPicture({ source, jpeg, ms: 800 });
  expect(pictureOf({ jpeg: jpeg.slice() })?.source).toBe(source);
  expect(pictureOf({ jpeg: Uint8Array.of(0xff, 0xd8, 1, 3) })).toBeNull();
  expect(pictureOf({ jpeg: jpeg.slice(0, 3) })).toBeNull();
  expect(pictureOf({ jpeg: null })).toBeNull();
});

it('holds one bitmap at most, and frees it when it is forgotten', () => {
  const [first, second] = [bitmap(), bitmap()];
  keepPicture({ source: first.source, jpeg, ms: 800 });
  keepPicture({ source: second.source, jpeg, ms: 800 });
  expect([first.state.closed, second.state.closed]).toEqual([1, 0]);
  forgetPicture();
  expect([first.state.closed, second.state.closed]).toEqual([1, 1]);
  expect(pictureOf({ jpeg })).toBeNull();
});
