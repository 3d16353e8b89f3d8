import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Endings of files that shrink by a sixth and more: text, WebAssembly, and models but the fine matte's, whose weights
 * are half numbers.
 */
const shrinking = /\.(html|m?js|json|css|svg|xml|txt|wasm|task|tflite)$/;
/** From here on the best compression takes seconds a file. */
const largeBytes = 500_000;

/**
 * An adapter that puts `.br` and `.gz` beside each file that shrinks, the models too. With GRADFRAME_PACK=quick, as in
 * the tests, the large ones are packed a fifth less tightly, in a fiftieth of the time.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPackedFiles(adapter) {
  return {
    ...adapter,
    adapt: (builder) => adapter.adapt(Object.create(builder, { compress: { value: packAll } }))
  };
}

/** @param {string} folder */
async function packAll(folder) {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  await Promise.all(files.filter((file) => shrinking.test(file)).map((file) => pack(join(folder, file))));
}

/** @param {string} file */
async function pack(file) {
  const bytes = await readFile(file);
  const quick = process.env.GRADFRAME_PACK === 'quick' && bytes.length > largeBytes;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quick ? 5 : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
  };
  const level = quick ? constants.Z_BEST_SPEED : constants.Z_BEST_COMPRESSION;
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((packed) => writeFile(`${file}.br`, packed)),
    promisify(gzip)(bytes, { level }).then((packed) => writeFile(`${file}.gz`, packed))
  ]);
}
