import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { finishedFile, finishedPhoto, jpegFile } from '../../src/lib/server/testing/photo';
import { Dice } from './dice';

/** A file that must be refused, and what it is. */
export interface HostileFile {
  title: string;
  content: Uint8Array;
}

/** Kinds of files that are no finished photo, each made anew with other dice. */
export async function hostileFiles(): Promise<((dice: Dice) => HostileFile)[]> {
  const good = Buffer.from(await finishedFile());
  const others = await foreign();
  const pictures = others.filter(({ content }) => content.length > 0);
  const scan = good.indexOf(Buffer.from([0xff, 0xda]));
  const at = (marker: number) => good.indexOf(Buffer.from([0xff, marker]));
  const inserted = (position: number, ...parts: Uint8Array[]) =>
    Buffer.concat([good.subarray(0, position), ...parts, good.subarray(position)]);
  const segment = (marker: number, content: Uint8Array) =>
    Buffer.concat([
      Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]),
      content
    ]);
  const changed = (position: number, ...bytes: number[]) => {
    const copy = Buffer.from(good);
    bytes.forEach((byte, index) => (copy[position + index] = byte));
    return copy;
  };
  const payloads = [
    'PK\x03\x04',
    '<script>alert(1)</script>',
    '<?php system($_GET[0]); ?>',
    '%PDF-1.7',
    'MZ\x90',
    '\x7fELF'
  ];
  const payload = (dice: Dice) =>
    Buffer.concat([Buffer.from(dice.of(payloads), 'latin1'), dice.bytes(dice.upTo(4000))]);
  return [
    (dice) => ({ title: 'cut short', content: good.subarray(0, dice.upTo(good.length - 1)) }),
    (dice) => ({ title: 'noise', content: dice.bytes(1 + dice.upTo(60_000)) }),
    (dice) => ({
      title: 'noise behind a good header',
      content: Buffer.concat([good.subarray(0, scan + 14), dice.bytes(25_000), good.subarray(-2)])
    }),
    (dice) => {
      // Stuffed, so that it is one whole scan: it decodes, to nonsense.
      const noise = dice.bytes(25_000).map((byte) => (byte === 0xff ? 0 : byte));
      return {
        title: 'a whole scan of noise',
        content: Buffer.concat([good.subarray(0, scan + 14), noise, good.subarray(-2)])
      };
    },
    (dice) => ({ title: 'a marker broken', content: changed(2 + dice.upTo(1), dice.upTo(0xbe)) }),
    (dice) => ({ title: 'a table’s length broken', content: changed(at(0xdb) + 2, 0x7f, dice.upTo(255)) }),
    (dice) => ({ title: 'other dimensions', content: changed(at(0xc0) + 5, dice.upTo(255), dice.upTo(127)) }),
    () => ({ title: 'a bomb: 65,535 × 65,535 declared', content: changed(at(0xc0) + 5, 255, 255, 255, 255) }),
    (dice) => ({ title: 'components broken', content: changed(at(0xc0) + 9, dice.of([0, 1, 2, 4, 255])) }),
    (dice) => ({
      title: 'a thousand tables',
      content: inserted(
        2,
        ...Array.from({ length: 1000 }, () =>
          segment(0xdb, Buffer.concat([Buffer.from([0]), dice.bytes(64)]))
        )
      )
    }),
    (dice) => ({ title: 'something behind the end', content: Buffer.concat([good, payload(dice)]) }),
    (dice) => ({ title: 'something in a comment', content: inserted(20, segment(0xfe, payload(dice))) }),
    (dice) => ({
      title: 'something in an application segment',
      content: inserted(20, segment(0xe1 + dice.upTo(14), payload(dice)))
    }),
    (dice) => ({ title: 'something before the start', content: Buffer.concat([payload(dice), good]) }),
    (dice) => ({
      title: 'a second picture behind the first',
      content: Buffer.concat([good, dice.of(pictures).content])
    }),
    (dice) => ({
      title: 'padded to a megabyte',
      content: Buffer.concat([good, Buffer.alloc(900_000 + dice.upTo(100_000))])
    }),
    (dice) => ({ title: 'oversized', content: Buffer.alloc(1_048_577 + dice.upTo(4_000_000), 0xff) }),
    (dice) => dice.of(others),
    (dice) => dice.of(others)
  ];
}

/** Pictures and files of other kinds. */
async function foreign(): Promise<HostileFile[]> {
  const photo = () => finishedPhoto();
  const text = (title: string, content: string) => ({ title, content: Buffer.from(content) });
  return [
    { title: 'PNG', content: await photo().png().toBuffer() },
    { title: 'a PNG bomb', content: pngBomb() },
    { title: 'GIF', content: await photo().gif().toBuffer() },
    { title: 'WebP', content: await photo().webp().toBuffer() },
    { title: 'TIFF', content: await photo().tiff().toBuffer() },
    { title: 'AVIF', content: await photo().avif({ effort: 0 }).toBuffer() },
    { title: 'a progressive JPEG', content: await jpegFile(photo(), { progressive: true }) },
    { title: 'a grey JPEG', content: await jpegFile(photo().toColourspace('b-w')) },
    { title: 'a CMYK JPEG', content: await jpegFile(photo().toColourspace('cmyk')) },
    { title: 'another density', content: await jpegFile(photo(), {}, 96) },
    { title: 'on its side', content: await jpegFile(finishedPhoto({ width: 640, height: 480 })) },
    { title: 'too few bytes', content: await jpegFile(finishedPhoto({ grain: 0 })) },
    { title: 'too many bytes', content: await jpegFile(finishedPhoto({ grain: 60 }), { quality: 95 }) },
    { title: 'another wall', content: await jpegFile(finishedPhoto({ wall: [140, 150, 120] })) },
    { title: 'EXIF', content: await jpegFile(photo().withExif({ IFD0: { Copyright: 'someone' } })) },
    { title: 'an ICC profile', content: await jpegFile(photo().withIccProfile('srgb')) },
    {
      title: 'a huge JPEG',
      content: await sharp({ create: { width: 6000, height: 8000, channels: 3, background: '#64c5ff' } })
        .jpeg()
        .toBuffer()
    },
    text('SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    text('HTML', '<!doctype html><script>alert(1)</script>'),
    text('a billion laughs', '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'),
    text(
      'ImageMagick’s own language',
      'push graphic-context\nfill url(https://127.0.0.1/x|"ls")\npop graphic-context'
    ),
    text('nothing', '')
  ];
}

/** 30,000 × 30,000 pixels in a few kilobytes. */
function pngBomb(): Buffer {
  const chunk = (type: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
    chunk('IEND', new Uint8Array())
  ]);
}
