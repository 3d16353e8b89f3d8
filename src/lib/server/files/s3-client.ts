import { AwsClient } from 'aws4fetch';

export interface S3Settings {
  /** Of the service, `https://s3.example.org`: buckets are addressed by path. */
  endpoint: string;
  bucket: string;
  /** Before every name, without slashes around it; may be empty. */
  prefix: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Signed requests to a store that speaks S3, and what lies under its prefix. */
export interface S3Client {
  /** @throws with code `S3_STATUS` for an answer that is neither good nor allowed */
  ask(url: string, init: RequestInit, allowed?: readonly number[]): Promise<Response>;
  /** Address of the bucket; the prefix with a slash behind it, or nothing. */
  root: string;
  before: string;
  /** Whole keys, in the store's order; when each was put there, ms since 1970. */
  list(): AsyncIterable<{ key: string; at: number }>;
}

/** @param patienceMs of one request, after which the store does not answer */
export function s3Client(settings: S3Settings, patienceMs: number): S3Client {
  const { endpoint, bucket, prefix } = settings;
  const client = new AwsClient({ ...settings, service: 's3', retries: 2 });
  const root = `${endpoint}/${bucket}`;
  const before = prefix && `${prefix}/`;

  async function ask(url: string, init: RequestInit, allowed: readonly number[] = []): Promise<Response> {
    const answer = await client.fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
    if (answer.ok || allowed.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw Object.assign(new Error(`the photo store answered ${answer.status}`), {
      code: `S3_${answer.status}`
    });
  }

  return {
    ask,
    root,
    before,
    async *list() {
      for (let token = ''; ;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: before });
        if (token) query.set('continuation-token', token);
        const page = await (await ask(`${root}?${query}`, {})).text();
        for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs))
          yield { key: valueOf(entry, 'Key'), at: Date.parse(valueOf(entry, 'LastModified')) };
        token = valueOf(page, 'NextContinuationToken');
        if (!token) return;
      }
    }
  };
}

/** Text of the first element of this name. */
const valueOf = (xml: string, name: string) =>
  unescaped(new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '');

/** XML 1.0, 4.6: the five entities that every document knows, and characters by number. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) =>
      hex || decimal
        ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
        : (entities[name!] ?? whole)
  );
