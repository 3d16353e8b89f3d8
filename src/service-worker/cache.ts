import { build, files, prerendered, version } from '$service-worker';

const prefix = 'gradframe-';
/** The app itself: new with every version. */
const shellName = `${prefix}shell-${version}`;
/** Wasm and models: their names hold their hash, so each is fetched once and kept over versions. */
const heavyName = `${prefix}heavy`;

const heavy = /\.(wasm|task|tflite|onnx|data)$/;
/** The module loader of the vision runtime is large too, and only needed at the camera. */
const isHeavy = (path: string) => heavy.test(path) || /vision_wasm/.test(path);

const shellFiles = [...build.filter((path) => !isHeavy(path)), ...files, ...prerendered];
const heavyFiles = new Set(build.filter(isHeavy));
const shellSet = new Set(shellFiles);
/** Any page's address answers with the same shell. */
export const shellPage = '/';

export async function fillShell(): Promise<void> {
  const cache = await caches.open(shellName);
  await cache.addAll([shellPage, ...shellFiles]);
}

/** Removes earlier versions and heavy files that no longer exist. */
export async function clearOld(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== shellName && name !== heavyName) await caches.delete(name);
  const cache = await caches.open(heavyName);
  for (const { url } of await cache.keys())
    if (!heavyFiles.has(new URL(url).pathname)) await cache.delete(url);
}

/** The file of this version at a path, from the cache; heavy ones are kept the first time they are asked for. */
export async function cached(path: string): Promise<Response | null> {
  if (shellSet.has(path) || path === shellPage) {
    const cache = await caches.open(shellName);
    return (await cache.match(path)) ?? null;
  }
  if (!heavyFiles.has(path)) return null;
  const cache = await caches.open(heavyName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const fetched = await fetch(path);
  // A full disk must not keep the student from going on.
  if (fetched.ok) await cache.put(path, fetched.clone()).catch(() => undefined);
  return fetched;
}
