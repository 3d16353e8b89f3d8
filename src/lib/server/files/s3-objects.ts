import { readS3 } from './s3';
import { s3Client } from './s3-client';

/** For the largest picture that a farm takes. */
const patienceMs = 30_000;

/** Everything below an address `s3://BUCKET/PREFIX?endpoint=…`, by what its name has after the prefix. */
export async function* readObjects(
  address: string,
  env: Readonly<Record<string, string | undefined>>
): AsyncGenerator<{ name: string; read(): Promise<Uint8Array> }> {
  const { ask, root, before, list } = s3Client(readS3(address, env), patienceMs);
  for await (const { key } of list()) {
    const url = `${root}/${key.split('/').map(encodeURIComponent).join('/')}`;
    yield {
      name: key.slice(before.length),
      read: async () => new Uint8Array(await (await ask(url, {})).arrayBuffer())
    };
  }
}
