import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { CodeReader } from '../../workers/code/reader';
import { openZxingWasm } from '../../workers/code/zxing-wasm-reader';
import type { RgbaImage } from '../../workers/image/image';

/** The decoder in Node. */
export async function openReader(): Promise<CodeReader> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  return openZxingWasm(new Uint8Array(wasm).buffer);
}

/** A picture file on white, as the worker sees it. */
export async function loadPicture(file: string | Uint8Array): Promise<RgbaImage> {
  const { data, info } = await sharp(file, { density: 288 })
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
