import { describe, expect, it } from 'vitest';
import { resolveStandard } from '$workers/standard/resolve';
import { finishedFile, finishedPhoto, jpegFile } from '../testing/photo';
import { validatePhoto } from './validate';

const standard = resolveStandard({ standard: 'chsi-99' });
const refusal = async (file: Uint8Array) =>
  validatePhoto(file, standard).then(
    () => null,
    (error: { code: string }) => error.code
  );
describe('validatePhoto', () => {
  it('takes a finished photo', async () => expect(await refusal(await finishedFile())).toBeNull());

  it.each([
    ['photo.type', () => finishedPhoto().png().toBuffer()],
    ['photo.type', () => Promise.resolve(Buffer.from('text'))],
    ['photo.size', () => jpegFile(finishedPhoto({ width: 640, height: 480 }))],
    ['photo.density', () => jpegFile(finishedPhoto(), {}, 72)],
    ['photo.progressive', () => jpegFile(finishedPhoto(), { progressive: true })],
    ['photo.colour', () => jpegFile(finishedPhoto().toColourspace('b-w'))],
    ['photo.bytes', () => jpegFile(finishedPhoto({ grain: 60 }), { quality: 95 })],
    ['photo.bytes', () => jpegFile(finishedPhoto({ grain: 0 }))],
    ['photo.background', () => jpegFile(finishedPhoto({ wall: [120, 160, 90] }))],
    ['photo.metadata', () => jpegFile(finishedPhoto().withExif({ IFD0: { Copyright: 'someone' } }))],
    ['photo.metadata', () => jpegFile(finishedPhoto().withIccProfile('srgb'))]
  ] as const)('refuses with %s', async (code, make) => expect(await refusal(await make())).toBe(code));

  it('takes every background of the standard, or only the one that is asked for', async () => {
    const white = await jpegFile(finishedPhoto({ wall: [255, 255, 255] }));
    expect(await refusal(white)).toBeNull();
    const blueOnly = validatePhoto(white, resolveStandard({ standard: 'chsi-99', background: 'light-blue' }));
    await expect(blueOnly).rejects.toMatchObject({ code: 'photo.background' });
  });

  it('refuses anything hidden behind the end or in a comment', async () => {
    const file = Buffer.from(await finishedFile());
    expect(await refusal(Buffer.concat([file, Buffer.from('PK\x03\x04 an archive')]))).toBe('photo.metadata');
    const comment = Buffer.from([0xff, 0xfe, 0, 6, 1, 2, 3, 4]);
    expect(await refusal(Buffer.concat([file.subarray(0, 20), comment, file.subarray(20)]))).toBe(
      'photo.metadata'
    );
  });

  it('refuses every truncation and survives every flipped byte of the header', async () => {
    const file = await finishedFile();
    for (let length = 0; length < file.length; length += Math.ceil(file.length / 60))
      expect(await refusal(file.subarray(0, length)), `cut at ${length}`).toMatch(/^photo\./);
    for (let at = 0; at < 160; at++) {
      const broken = file.slice();
      broken[at] = broken[at]! ^ 0xff;
      expect(String(await refusal(broken)), `byte ${at}`).toMatch(/^(photo\..*|null)$/);
    }
  });
});
