import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the service worker's source holds in place of the sums, until the build is done. */
const place = '__FILE_SUMS__';

/** @param {string} file @returns {string} its SHA-256 in base64url; empty where there is no such file */
export function sumOf(file) {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('base64url');
  } catch {
    // Before the models were fetched: nothing is checked then.
    return '';
  }
}

/**
 * `PATH:SUM` of each file in a folder, joined by commas; no path of a build holds either sign.
 *
 * @param {string} folder
 */
function sumsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .filter((path) => path !== '/service-worker.js')
    .sort()
    .map((path) => `${path}:${sumOf(join(folder, path))}`)
    .join(',');
}

/**
 * An adapter that first writes the sum of every file of the build into the service worker, which keeps no answer that
 * is not that file.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withFileSums(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      const folder = builder.getClientDirectory();
      const worker = join(folder, 'service-worker.js');
      const source = readFileSync(worker, 'utf8');
      // It is no module: browsers refuse the whole script then, and nobody would notice before a network is gone.
      if (/\bimport\s*\(|\bimport\.meta\b/.test(source))
        throw new Error(
          'the service worker imports something while it runs: see what its modules bring along'
        );
      if (!source.includes(place))
        throw new Error('the service worker has no place for the sums of the files');
      writeFileSync(worker, source.replace(place, sumsIn(folder)));
      await adapter.adapt(builder);
    }
  };
}
