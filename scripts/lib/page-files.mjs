import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Up to the camera, and what stands round every page. */
const first =
  /routes\/(\+|\(student\)\/(\+layout|\+page|(notice|register|confirm|instructions|capture)\/\+page))/;
/** Not a student's nor a kiosk's, and of no use without a network. */
const online = /routes\/(review|\(tools\))\//;

/** @typedef {Record<string, { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] }>} Manifest */

/**
 * Which files of a build belong to which pages, by their paths.
 *
 * @param {Manifest} manifest as Vite writes it
 * @param {(node: string) => string} sourceOf the module of a page's or layout's entry in it
 * @returns {{ first: string[], online: string[] }} what a first visit fetches on its way to the camera anyway, and what
 *   only pages need that work with a network alone
 */
export function pageFiles(manifest, sourceOf) {
  const nodes = Object.keys(manifest).filter((key) => /\/nodes\/\d+\.js$/.test(key));
  const entries = Object.keys(manifest).filter((key) => /\/(entry|app)\.js$/.test(key));
  const all = (/** @type {RegExp} */ pattern, /** @type {boolean} */ fits) =>
    nodes.filter((key) => pattern.test(sourceOf(key)) === fits);
  const early = [...entries, ...all(first, true)];
  // The entry imports every page when it is opened: those are told apart above.
  const offline = filesOf(manifest, all(online, false), true);
  for (const path of filesOf(manifest, entries, false)) offline.add(path);
  return {
    first: [...filesOf(manifest, early, false)],
    online: [...filesOf(manifest, all(online, true), true)].filter((path) => !offline.has(path))
  };
}

/**
 * @param {Manifest} manifest
 * @param {readonly string[]} keys
 * @param {boolean} later with what they import only once they run
 */
function filesOf(manifest, keys, later) {
  const seen = new Set(keys);
  const paths = new Set();
  for (const key of seen) {
    const { file, imports = [], dynamicImports = [], css = [], assets = [] } = manifest[key] ?? { file: '' };
    for (const path of [file, ...css, ...(later ? assets : [])]) if (path) paths.add(`/${path}`);
    for (const next of later ? [...imports, ...dynamicImports] : imports) seen.add(next);
  }
  return /** @type {Set<string>} */ (paths);
}

/**
 * The same of the build that an adapter is given.
 *
 * @param {string} folder Kit's own
 */
export function pageFilesIn(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'output/client/.vite/manifest.json'), 'utf8'));
  return pageFiles(manifest, (key) =>
    readFileSync(join(folder, key.slice(key.indexOf('generated/'))), 'utf8')
  );
}
