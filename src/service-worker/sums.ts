import { build, version } from '$service-worker';

/** SHA-256 in base64url of every file of the build, by path; written in when it is complete (scripts/lib/file-sums.mjs). */
const sums = new Map(
  '__FILE_SUMS__'.split(',').map((line) => line.split(':') as [path: string, sum: string])
);

/** Every page of the flow is this document; what it shows is decided by its address, in the browser. */
export const shellPage = '/';
/** The script that each page of this version begins with. */
const start = build.find((path) => /\/entry\/start\.[^/]+$/.test(path));

/** By what a checked answer is known: the file's sum, or the version that the page belongs to. */
export const sumOf = (path: string): string | undefined => (path === shellPage ? version : sums.get(path));

/** Whether these bytes are the file of this version that the path names, whole. */
export async function isRight(path: string, bytes: ArrayBuffer): Promise<boolean> {
  if (path === shellPage) return isPage(new TextDecoder().decode(bytes));
  const sum = sums.get(path);
  return sum !== undefined && sum === (await digest(bytes));
}

/** The page differs from answer to answer, but always ends, and names its first script. */
const isPage = (text: string) =>
  start !== undefined && text.includes(start.slice(1)) && text.trimEnd().endsWith('</html>');

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Types of content that a file of this kind may have; anything else under its name is somebody's page. */
const types: Readonly<Record<string, RegExp>> = {
  js: /javascript/,
  mjs: /javascript/,
  css: /css/,
  json: /json/,
  wasm: /wasm|octet-stream/
};

/** Whether an answer kept by any version is evidently not what its path says: by type, and for a page by its text. */
export async function isEvidentlyWrong(path: string, answer: Response): Promise<boolean> {
  if (path === shellPage) return !(await answer.text()).includes('/immutable/entry/start.');
  const wanted = types[/\.(\w+)$/.exec(path)?.[1] ?? ''];
  return wanted !== undefined && !wanted.test(answer.headers.get('content-type') ?? '');
}
