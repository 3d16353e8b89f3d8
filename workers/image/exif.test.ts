import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ageMonthsOf, namesCamera, takenAtOf } from './exif';

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

it('tells the age by the day on which the camera took it, and by nothing else', async () => {
  const of = async (exif: Parameters<ReturnType<typeof picture>['withExif']>[0], now: string) =>
    ageMonthsOf(await picture().withExif(exif).jpeg().toBuffer(), Date.parse(now));
  const taken = { IFD2: { DateTimeOriginal: '2025:03:01 10:00:00' } };
  expect(await of(taken, '2026-03-01T12:00:00Z')).toBeCloseTo(12, 1);
  expect(await of(taken, '2025-03-01T02:00:00Z')).toBeCloseTo(0, 1);
  // The clock of one of both was never set.
  expect(await of(taken, '2020-01-01T00:00:00Z')).toBeNull();
  expect(await of({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }, '2026-03-01T12:00:00Z')).toBeNull();
  // Written by whatever program saved it last.
  expect(await of({ IFD0: { DateTime: '2020:03:01 10:00:00' } }, '2026-03-01T12:00:00Z')).toBeNull();
  expect(ageMonthsOf(await picture().jpeg().toBuffer(), Date.now())).toBeNull();
});

it('takes a file that is cut off anywhere for one without an age', async () => {
  const whole = await picture()
    .withExif({ IFD2: { DateTimeOriginal: '2025:03:01 10:00:00' } })
    .jpeg()
    .toBuffer();
  const now = Date.parse('2026-03-01T12:00:00Z');
  const ages = Array.from({ length: 400 }, (_, length) => ageMonthsOf(whole.subarray(0, length), now));
  expect(new Set(ages.map((age) => age && Math.round(age)))).toEqual(new Set([null, 12]));
});

it('reads when the camera took it, to the second, in the time of the place', async () => {
  const of = async (moment: string) =>
    takenAtOf(
      await picture()
        .withExif({ IFD2: { DateTimeOriginal: moment } })
        .jpeg()
        .toBuffer()
    );
  expect(await of('2025:03:01 10:20:30')).toEqual([2025, 2, 1, 10, 20, 30]);
  expect(await of('0000:00:00 00:00:00')).toBeNull();
  expect(await of('2025:03:01')).toBeNull();
  expect(takenAtOf(await picture().jpeg().toBuffer())).toBeNull();
});
