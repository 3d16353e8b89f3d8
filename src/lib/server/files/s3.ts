import { createHash } from 'node:crypto';
import { sha256Pattern } from '$lib/api/patterns';
import { ConfigError } from '../config-error';
import { isLocal } from '../transport';
import { checkName, type PhotoFiles } from './files';
import { s3Client, type S3Settings } from './s3-client';

/**
 * Settings of an address `s3://BUCKET/PREFIX?endpoint=https://…&region=…`, with the keys from the environment.
 *
 * @throws ConfigError
 */
export function readS3(address: string, env: Readonly<Record<string, string | undefined>>): S3Settings {
  const url = new URL(address);
  const endpoint = url.searchParams.get('endpoint') ?? '';
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!/^https?:\/\/[^/]+\/?$/.test(endpoint))
    throw new ConfigError('GRADFRAME_PHOTOS: an s3:// address needs ?endpoint=https://…');
  if (!endpoint.startsWith('https:') && !isLocal(endpoint))
    throw new ConfigError('GRADFRAME_PHOTOS: the endpoint must be https, but for localhost');
  if (!accessKeyId || !secretAccessKey)
    throw new ConfigError('GRADFRAME_PHOTOS: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are needed');
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    bucket: url.hostname,
    prefix: url.pathname.replace(/^\/+|\/+$/g, ''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey
  };
}

const suffix = '.jpg';
/** For 60 KB; the student waits for it. */
const patienceMs = 10_000;

/** Photos in a store that speaks S3: an object is there whole or not at all, and durable when it is answered. */
export function s3Files(settings: S3Settings, patience = patienceMs): PhotoFiles {
  const { ask, root, before, list } = s3Client(settings, patience);
  const pathOf = (sha256: string) => `${root}/${before}${checkName(sha256)}${suffix}`;

  return {
    async put(sha256, content) {
      const hash = createHash('sha256').update(content).digest();
      // The store holds what arrives against both, and the signature covers the content.
      const headers = {
        'content-type': 'image/jpeg',
        'x-amz-checksum-sha256': hash.toString('base64'),
        'x-amz-content-sha256': hash.toString('hex')
      };
      await ask(pathOf(sha256), { method: 'PUT', body: new Uint8Array(content), headers });
    },
    async get(sha256) {
      const answer = await ask(pathOf(sha256), {}, [404]);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return null;
    },
    async remove(sha256) {
      const answer = await ask(pathOf(sha256), { method: 'DELETE' }, [404]);
      await answer.body?.cancel();
    },
    async check() {
      // That it is not there is an answer.
      await ask(pathOf('0'.repeat(64)), { method: 'HEAD' }, [404]);
    },
    async *list() {
      for await (const { key, at } of list()) {
        const name = key.slice(before.length, -suffix.length);
        if (sha256Pattern.test(name)) yield { sha256: name, at };
      }
    }
  };
}
