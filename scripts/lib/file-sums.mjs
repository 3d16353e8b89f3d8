import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFilesIn } from './page-files.mjs';

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
 * What the service worker's source holds a place for until the build is done.
 *
 * @param {import('@sveltejs/kit').Builder} builder
 */
function placesOf(builder) {
  const { first, online } = pageFilesIn(builder.getBuildDirectory('.'));
  return {
    __FILE_SUMS__: sumsIn(builder.getClientDirectory()),
    __FIRST_FILES__: first.join(','),
    __ONLINE_FILES__: online.join(',')
  };
}

/**
 * An adapter that first writes into the service worker the sum of every file of the build, since it keeps no answer that
 * is not that file, and which files it keeps first and which never.
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
      let source = readFileSync(worker, 'utf8');
      // It is no module: browsers refuse the whole script then, and nobody would notice before a network is gone.
      if (/\bimport\s*\(|\bimport\.meta\b/.test(source))
        throw new Error(
          'the service worker imports something while it runs: see what its modules bring along'
        );
      for (const [place, text] of Object.entries(placesOf(builder))) {
        if (!source.includes(place)) throw new Error(`the service worker has no place for ${place}`);
        source = source.replace(place, text);
      }
      writeFileSync(worker, source);
      await adapter.adapt(builder);
    }
  };
}
