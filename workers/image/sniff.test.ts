import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CoreError, type CoreErrorCode } from '../errors';
import { sniff } from './sniff';

const picture = (width = 300, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#6a7b8c' } });
const refusal = (file: Uint8Array): CoreErrorCode | null => {
  try {
    sniff(file);
    return null;
  } catch (error) {
    return (error as CoreError).code;
  }
};

/** A JPEG whose header claims another size. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const file = await picture().jpeg().toBuffer();
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

describe('sniff', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('knows a %s and its size', async (type) => {
    expect(sniff(await picture().toFormat(type).toBuffer())).toEqual({
      type,
      size: { width: 300, height: 400 }
    });
  });

  it('knows progressive JPEG, lossless and alpha WebP', async () => {
    const size = { width: 300, height: 400 };
    expect(sniff(await picture().jpeg({ progressive: true }).toBuffer()).size).toEqual(size);
    expect(sniff(await picture().webp({ lossless: true }).toBuffer()).size).toEqual(size);
    expect(sniff(await picture().ensureAlpha(0.5).webp().toBuffer()).size).toEqual(size);
  });

  it('refuses what is no picture', async () => {
    expect(refusal(new Uint8Array())).toBe('file.empty');
    expect(refusal(Buffer.from('not a picture at all, whatever it is called'))).toBe('file.type');
    expect(refusal(Buffer.from('%PDF-1.7 …'))).toBe('file.type');
    expect(refusal(await picture().gif().toBuffer())).toBe('file.type');
  });

  it('refuses moving pictures', async () => {
    const frames = await Promise.all(
      ['#abc', '#cba'].map((background) =>
        sharp({ create: { width: 300, height: 400, channels: 3, background } })
          .png()
          .toBuffer()
      )
    );
    const moving = sharp(frames, { join: { animated: true } });
    expect(
      refusal(
        await moving
          .clone()
          .gif({ delay: [90, 90] })
          .toBuffer()
      )
    ).toBe('file.animated');
    expect(
      refusal(
        await moving
          .clone()
          .webp({ delay: [90, 90] })
          .toBuffer()
      )
    ).toBe('file.animated');
  });

  it('refuses files that end early, wherever they do', async () => {
    for (const type of ['jpeg', 'png', 'webp'] as const) {
      const whole = await picture().toFormat(type).toBuffer();
      for (const share of [0.1, 0.5, 0.9])
        expect(refusal(whole.subarray(0, Math.round(share * whole.length))), `${type} ${share}`).toMatch(
          /^file\.(truncated|corrupt)$/
        );
    }
  });

  it('takes a JPEG with more behind its end, as phones write', async () => {
    expect(refusal(Buffer.concat([await picture().jpeg().toBuffer(), Buffer.alloc(500, 7)]))).toBeNull();
  });

  it('tells HEIC and AVIF by their boxes, whatever brand comes first', () => {
    const box = (kind: string, ...content: (string | number)[]) => {
      const body = Buffer.concat(
        content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : u32(part)))
      );
      return Buffer.concat([u32(body.length + 8), Buffer.from(kind), body]);
    };
    const u32 = (value: number) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    };
    const meta = box(
      'meta',
      0,
      box('ispe', 0, 512, 512).toString('latin1'),
      box('ispe', 0, 4032, 3024).toString('latin1')
    );
    const file = (brands: string[], ...boxes: Buffer[]) =>
      Buffer.concat([box('ftyp', brands[0]!, 0, ...brands.slice(1)), ...boxes]);
    const size = { width: 4032, height: 3024 };
    for (const brands of [
      ['heic', 'mif1'],
      ['mif1', 'heic'],
      ['hevc', 'mif1', 'heic'],
      ['msf1', 'heic'],
      ['heix']
    ])
      expect(sniff(file(brands, meta)), brands.join()).toEqual({ type: 'heif', size });
    expect(sniff(file(['avif', 'mif1', 'miaf'], meta))).toEqual({ type: 'avif', size });
    expect(refusal(file(['hevc'], box('moov', 0)))).toBe('file.animated');
    expect(refusal(file(['avis', 'avif'], meta, box('moov', 0)))).toBe('file.animated');
    expect(refusal(file(['isom', 'mp42'], box('moov', 0)))).toBe('file.type');
    expect(sniff(file(['heic', 'mif1'], Buffer.alloc(300, 0x9c)))).toEqual({ type: 'heif', size: null });
    const whole = file(['heic'], meta, box('mdat', 'x'.repeat(500)));
    expect(refusal(whole.subarray(0, whole.length - 100))).toBe('file.truncated');
    // A length of 1: 64 bits of it follow the kind; of 0: up to the end.
    const long = (bytes: number) =>
      Buffer.concat([u32(1), Buffer.from('mdat'), u32(0), u32(16 + bytes), Buffer.alloc(500)]);
    expect(sniff(file(['heic'], long(500), meta))).toEqual({ type: 'heif', size });
    expect(refusal(file(['heic'], meta, long(600)))).toBe('file.truncated');
    const open = Buffer.concat([u32(0), Buffer.from('mdat'), Buffer.alloc(500)]);
    expect(sniff(file(['heic'], meta, open))).toEqual({ type: 'heif', size });
  });

  it('tells what may show something through', async () => {
    const clear = picture().ensureAlpha(0.5);
    expect(sniff(await clear.clone().png().toBuffer()).transparent).toBe(true);
    expect(sniff(await clear.clone().png({ palette: true }).toBuffer()).transparent).toBe(true);
    expect(sniff(await clear.clone().webp().toBuffer()).transparent).toBe(true);
    expect(sniff(await clear.clone().webp({ lossless: true }).toBuffer()).transparent).toBe(true);
    expect(sniff(await picture().png().toBuffer()).transparent).toBeUndefined();
  });

  it('refuses CMYK', async () => {
    expect(refusal(await picture().toColourspace('cmyk').jpeg().toBuffer())).toBe('file.cmyk');
  });

  it('refuses sizes no phone can hold, by the header alone, and ones no face fits into', async () => {
    expect(refusal(await claiming(12_000, 9_000))).toBe('image.tooLarge');
    expect(refusal(await claiming(65_000, 200))).toBe('image.tooLarge');
    expect(refusal(await claiming(8192, 6144))).toBeNull();
    expect(refusal(await claiming(1080, 12_000))).toBeNull();
    expect(refusal(await picture(100, 140).jpeg().toBuffer())).toBe('image.tooSmall');
  });
});
