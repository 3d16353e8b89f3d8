import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { papers, photoSizes } from './formats';
import { layOut } from './layout';
import { sheetPdf } from './pdf';

const folder = mkdtempSync(join(tmpdir(), 'gradframe-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dpi = 300;
const reader = '/usr/bin/pdftoppm';
/** Red, so that its edges are found; the lines are grey, the paper white. */
const red = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#c01010' } })
  .jpeg()
  .toBuffer();
const sheet = layOut(photoSizes.two, papers.six);
const pdf = sheetPdf(sheet, { bytes: red, width: 480, height: 640 });

it('holds the photo’s file as it is, once', () => {
  const text = Buffer.from(pdf).toString('latin1');
  expect(text.split(red.toString('latin1'))).toHaveLength(2);
});

it('tells where each of its objects begins', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const table = Number(/startxref\n(\d+)/.exec(text)![1]);
  expect(text.slice(table, table + 4)).toBe('xref');
  const offsets = Array.from(text.slice(table).matchAll(/^(\d{10}) 00000 n/gm), ([, at]) => Number(at));
  offsets.forEach((at, index) => expect(text.slice(at).startsWith(`${index + 1} 0 obj`)).toBe(true));
  expect(offsets).toHaveLength(6);
});

it.skipIf(!existsSync(reader))(
  'prints each photo where the sheet has it, to a tenth of a millimetre',
  async () => {
    writeFileSync(join(folder, 'sheet.pdf'), pdf);
    execFileSync(reader, ['-r', String(dpi), '-png', join(folder, 'sheet.pdf'), join(folder, 'page')]);
    const { data, info } = await sharp(readFileSync(join(folder, 'page-1.png')))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const mm = (pixels: number) => (pixels / dpi) * 25.4;
    expect(mm(info.width)).toBeCloseTo(sheet.width, 0);
    const isPhoto = (x: number, y: number) => {
      const at = (y * info.width + x) * 3;
      return data[at]! > 120 && data[at + 1]! < 90;
    };
    const runs = (length: number, hit: (at: number) => boolean) => {
      const found: [number, number][] = [];
      for (let at = 0; at < length; at++) {
        if (!hit(at)) continue;
        const last = found.at(-1);
        if (last && last[1] === at) last[1] = at + 1;
        else found.push([at, at + 1]);
      }
      return found.map(([from, to]) => [mm(from), mm(to)] as const);
    };
    const { x: left, y: top } = sheet.places[0]!;
    const pixel = (length: number) => Math.round((length / 25.4) * dpi);
    const across = runs(info.width, (x) => isPhoto(x, pixel(top + 5)));
    const down = runs(info.height, (y) => isPhoto(pixel(left + 5), y));
    const starts = [...new Set(sheet.places.map(({ x }) => x))];
    expect(across).toHaveLength(starts.length);
    across.forEach(([from, to], index) => {
      expect(Math.abs(from - starts[index]!)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(to - from - sheet.photo.width)).toBeLessThanOrEqual(0.1);
    });
    expect(Math.abs(down[0]![0] - top)).toBeLessThanOrEqual(0.1);
    expect(Math.abs(down[0]![1] - down[0]![0] - sheet.photo.height)).toBeLessThanOrEqual(0.1);
  }
);
