import sharp from 'sharp';
import { expect, it } from 'vitest';
import { namesCamera } from './exif';

const picture = () => sharp({ create: { width: 300, height: 400, channels: 3, background: '#6a7b8c' } });

it('knows a JPEG whose Exif names the camera’s maker', async () => {
  const named = await picture()
    .withExif({ IFD0: { Make: 'Example', Model: 'Phone' } })
    .jpeg()
    .toBuffer();
  expect(namesCamera(named)).toBe(true);
  expect(
    namesCamera(
      await picture()
        .withExif({ IFD0: { Copyright: 'Nobody' } })
        .jpeg()
        .toBuffer()
    )
  ).toBe(false);
  expect(namesCamera(await picture().jpeg().toBuffer())).toBe(false);
});

it('takes anything else, and what is cut off, for a file that names none', async () => {
  const named = await picture()
    .withExif({ IFD0: { Make: 'Example' } })
    .jpeg()
    .toBuffer();
  // Its first directory begins at byte 20.
  for (let length = 0; length < 20; length++) expect(namesCamera(named.subarray(0, length))).toBe(false);
  expect(namesCamera(await picture().png().toBuffer())).toBe(false);
});
