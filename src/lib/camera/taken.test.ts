import sharp from 'sharp';
import { expect, it } from 'vitest';
import { takenOf } from './taken';

const now = new Date(2026, 4, 1, 12, 0, 0).getTime();
const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
const fileOf = (content: Uint8Array, lastModified: number) =>
  new File([new Uint8Array(content)], 'photo.jpg', { type: 'image/jpeg', lastModified });

it('a picture’s own time counts, whatever the file says', async () => {
  const jpeg = await picture()
    .withExif({ IFD2: { DateTimeOriginal: '2026:05:01 11:57:00' } })
    .jpeg()
    .toBuffer();
  expect(await takenOf(fileOf(jpeg, 0), now)).toEqual({ by: 'exif', minutes: 3 });
});

it('without one the file’s time does', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  expect(await takenOf(fileOf(jpeg, now - 3_600_000), now)).toEqual({ by: 'file', minutes: 60 });
});
