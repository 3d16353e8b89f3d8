import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Endings of files that shrink by a sixth and more. The fine matte's model does not: its weights are half numbers. */
const models = /\.(task|tflite)$/;

/**
 * An adapter that has `.br` and `.gz` beside each model too, as it makes them of code and WebAssembly.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPackedModels(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      const folder = builder.getClientDirectory();
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      await Promise.all(files.filter((file) => models.test(file)).map((file) => pack(join(folder, file))));
      await adapter.adapt(builder);
    }
  };
}

/** @param {string} file */
async function pack(file) {
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
  };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((packed) => writeFile(`${file}.br`, packed)),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }).then((packed) =>
      writeFile(`${file}.gz`, packed)
    )
  ]);
}
