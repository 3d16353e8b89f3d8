import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePayload } from '../../workers/code/payload';
import type { CodeReader } from '../../workers/code/reader';
import { openZxingWasm } from '../../workers/code/zxing-wasm-reader';
import { drawCode, svgCode } from './draw';
import { writers } from './write';

const fields = {
  studentNumber: '2021301234',
  name: '林小满',
  institutionCode: '10001',
  institutionName: '示例大学'
};
let reader: CodeReader;
beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  reader = await openZxingWasm(new Uint8Array(wasm).buffer);
});

async function read(file: Uint8Array | string): Promise<string | undefined> {
  const image = typeof file === 'string' ? sharp(Buffer.from(file), { density: 288 }) : sharp(file);
  const { data, info } = await image
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
  return (await reader.read(picture, 'local'))?.text;
}

describe('drawn codes', () => {
  it.each(['json', 'keyValue', 'url'] as const)('%s reads back to the same fields', async (format) => {
    const text = writers[format](fields, 'https://collect.example/c');
    const seen = await read(await drawCode(text));
    expect(seen).toBe(text);
    expect(parsePayload(seen!, new TextEncoder().encode(seen))).toEqual({ kind: format, fields });
  });

  it('reads back from SVG', async () => {
    expect(await read(svgCode('学照', 'H'))).toBe('学照');
  });

  it('holds a dense token', async () => {
    const token = 'Kx3/'.repeat(300);
    expect(await read(await drawCode(token, { level: 'L', module: 4 }))).toBe(token);
  });
});
