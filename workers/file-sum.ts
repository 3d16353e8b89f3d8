/** SHA-256 in base64url of the models and wasm files by their names, written in by the build; none elsewhere. */
declare const FILE_SUMS: Readonly<Record<string, string>> | undefined;

/** As the build knows them. */
export const fileSums: Readonly<Record<string, string>> = typeof FILE_SUMS === 'undefined' ? {} : FILE_SUMS;

/** The name a file had before the build put its content's hash into it. */
const nameOf = (url: string): string =>
  (url.split(/[?#]/)[0]!.split('/').at(-1) ?? '').replace(/\.[\w-]{8}(\.\w+)$/, '$1');

/**
 * Whether these bytes are the file that the URL names, whole. True where that cannot be told: a file of no known sum,
 * or a page that is not secure and so has no hash.
 */
export async function isRightFile(
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
  known: Readonly<Record<string, string>>
): Promise<boolean> {
  const wanted = known[nameOf(url)];
  const digest = (crypto as Partial<Crypto>).subtle?.digest.bind(crypto.subtle);
  if (!wanted || !digest) return true;
  const hash = new Uint8Array(await digest('SHA-256', bytes));
  const text = btoa(String.fromCharCode(...hash));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === wanted;
}
