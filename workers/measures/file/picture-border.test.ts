import { describe, expect, it } from 'vitest';
import { measuredSitter } from '../../studio/measured';
import { createImage } from '../../image/image';
import type { MeasureInput } from '../measure';
import { pictureBorder } from './picture-border';
import { Scene } from '../scene';

const file = { type: 'jpeg', bytes: 200_000, width: 480, height: 640 } as const;
const sitter: MeasureInput = { ...measuredSitter({ width: 480, height: 640, supersample: 1 }), file };

/** A print of the sitter photographed: smaller, turned by `degrees`, on a table; with a white margin where one is told. */
function printed(share: number, degrees: number, table: number, margin = 0): MeasureInput {
  const { image } = sitter;
  const { width, height } = image;
  const result = createImage(width, height);
  const [cos, sin] = [Math.cos(degrees * (Math.PI / 180)), Math.sin(degrees * (Math.PI / 180))];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x - width / 2, y - height / 2];
      const column = Math.round((u * cos + v * sin) / share + width / 2);
      const row = Math.round((v * cos - u * sin) / share + height / 2);
      const beyond = Math.max(-column, column - width + 1, -row, row - height + 1);
      const at = (y * width + x) * 4;
      if (beyond <= 0) result.data.set(image.data.subarray((row * width + column) * 4).subarray(0, 3), at);
      else result.data.fill(beyond <= margin ? 250 : table, at, at + 3);
    }
  const scaled = (value: number, size: number) => (value - size / 2) * share + size / 2;
  const { crownY, eyeY, chinY, faceLeft, faceRight, centreX, eyeDistance } = sitter.geometry!;
  const geometry = {
    crownY: scaled(crownY, height),
    eyeY: scaled(eyeY, height),
    chinY: scaled(chinY, height),
    faceLeft: scaled(faceLeft, width),
    faceRight: scaled(faceRight, width),
    centreX: scaled(centreX, width),
    eyeDistance: eyeDistance * share
  };
  return { ...sitter, image: result, geometry };
}

describe('picture.border', () => {
  it.each([
    ['a brown table', printed(0.85, 0, 130, 12)],
    ['a brown table, laid askew', printed(0.75, 12, 130, 12)],
    ['a dark table', printed(0.75, -6, 60, 15)],
    ['a table like the wall', printed(0.8, 1, 190, 20)]
  ])('finds the edge of a print with a white margin on %s', (_, input) => {
    expect(pictureBorder.value(new Scene(input))).toBeGreaterThan(0.85);
  });

  it('finds none around a sitter before a wall, nor a door behind one', () => {
    expect(pictureBorder.value(new Scene(sitter))).toBeLessThan(0.3);
    const { image } = sitter;
    const door = createImage(image.width, image.height);
    door.data.set(image.data);
    for (let y = 0; y < image.height; y++)
      for (const x of [40, 41, 42, 440, 441, 442])
        door.data.fill(70, (y * image.width + x) * 4, (y * image.width + x) * 4 + 3);
    expect(pictureBorder.value(new Scene({ ...sitter, image: door }))).toBeLessThan(0.5);
    // Its lintel as well.
    for (const y of [30, 31, 32])
      for (let x = 40; x < 443; x++)
        door.data.fill(70, (y * image.width + x) * 4, (y * image.width + x) * 4 + 3);
    expect(pictureBorder.value(new Scene({ ...sitter, image: door }))).toBeLessThan(0.6);
  });

  it('cannot tell of what our own camera took, nor without a face', () => {
    expect(pictureBorder.value(new Scene({ ...sitter, file: undefined }))).toBeNull();
    expect(pictureBorder.value(new Scene({ ...sitter, geometry: null }))).toBeNull();
  });
});
