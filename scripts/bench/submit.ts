import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderFiles } from '../../src/lib/server/files/folder';
import { openDatabase } from '../../src/lib/server/store/open';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { photoCustody } from '../../src/lib/server/submission/photo-custody';
import { sampleSubmission } from '../../src/lib/server/testing/submission';
import { manyPhotos } from '../faults/photos';
import { send } from '../faults/send';
import { MortalServer } from '../faults/server';
import { bareLoop } from './bare-loop';
import { cpuTime } from './cpu-time';
import { row, type BenchRow } from './row';

const rounds = 5;
const clients = 50;
/** Submissions of one round. */
const each = 300;

/** Does one submission; the photo is like no other. */
type Work = (photo: Uint8Array<ArrayBuffer>, number: number) => unknown;

/**
 * Durable submissions a second from 50 clients at once, through HTTP, validation and all, over a bare loop in this
 * process that does the same inserts and the same synced write, one after the other; and the 95th percentile of an
 * answer. Beside it, where the difference is:
 *
 * - `submit-kept`: only the endpoint's keeping of file and rows, over the same loop;
 * - `submit-ceiling`: how often all cores of this machine together decode a photo, over the same loop. No endpoint on
 *   them that decodes every photo whole takes more;
 * - `submit-decoded`: the endpoint, over the loop with that decode in it;
 * - `submit-server` and `submit-decoder`: processor time of one submission, which no other load changes.
 */
export async function benchSubmit(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-'));
  const photoOf = await manyPhotos();
  let next = 0;
  const measure = (work: Work, atOnce: number) => times(work, () => next++, photoOf, each, atOnce);
  const server = await MortalServer.over(join(folder, 'served'));
  const loop = await bareLoop(join(folder, 'bare'));
  const store = await kept(join(folder, 'kept'));
  const decodeAndKeep: Work = async (photo) => {
    await decode(photo);
    loop.keep(photo);
  };
  const [ours, bare, alone, decoding, ceiling, slow]: number[][] = [[], [], [], [], [], []];
  const [serverMs, decoderMs]: number[][] = [[], []];
  try {
    await measure(submission(server.url), clients);
    await measure(store.keep, clients);
    await measure(decodeAndKeep, 1);
    for (let round = 0; round < rounds; round++) {
      bare!.push((await measure(loop.keep, 1)).perSecond);
      alone!.push((await measure(store.keep, clients)).perSecond);
      decoding!.push((await measure(decodeAndKeep, 1)).perSecond);
      ceiling!.push((await measure(decode, availableParallelism())).perSecond);
      const before = await cpuTime(server.pid);
      const { perSecond, took } = await measure(submission(server.url), clients);
      const after = await cpuTime(server.pid);
      if (before && after) {
        serverMs!.push((after.own - before.own) / each);
        decoderMs!.push((after.children - before.children) / each);
      }
      ours!.push(perSecond);
      slow!.push(took[Math.ceil(took.length * 0.95) - 1]!);
    }
  } finally {
    loop.close();
    await store.close();
    await server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
  const unit = 'submissions/s';
  return [
    row('submit', unit, ours!, bare!),
    row('submit-kept', unit, alone!, bare!),
    row('submit-ceiling', unit, ceiling!, bare!),
    row('submit-decoded', unit, ours!, decoding!),
    row(`submit-p95, ${clients} clients`, 'ms', slow!, null),
    ...(serverMs!.length
      ? [
          row('submit-server', 'ms of CPU', serverMs!, null),
          row('submit-decoder', 'ms of CPU', decoderMs!, null)
        ]
      : [])
  ];
}

/** The rate, and each one's time in ms in rising order. */
async function times(
  work: Work,
  numberOf: () => number,
  photoOf: (number: number) => Uint8Array<ArrayBuffer>,
  count: number,
  atOnce: number
) {
  const took: number[] = [];
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      const number = numberOf();
      const started = performance.now();
      await work(photoOf(number), number);
      took.push(performance.now() - started);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  const perSecond = count / ((performance.now() - began) / 1000);
  return { perSecond, took: took.sort((a, b) => a - b) };
}

/** Sends one, over connections of its own that stay. @throws when it is not taken in */
function submission(url: string): Work {
  const agent = new Agent({ keepAlive: true });
  return async (photo, number) => {
    const parcel = {
      id: randomUUID(),
      key: randomBytes(32).toString('base64url'),
      photo,
      studentNumber: String(2_022_000_000 + number)
    };
    const answer = await send(url, parcel, null, { agent });
    if (answer?.status !== 201) throw new Error(`not taken in: ${JSON.stringify(answer)}`);
  };
}

/** The endpoint's own way to keep a photo, without the endpoint. */
async function kept(folder: string) {
  const db = await openDatabase(join(folder, 'kept.db'));
  const store = submissionStore(db);
  const keep = photoCustody(await folderFiles(join(folder, 'photos')), store);
  return {
    keep: (photo: Uint8Array) => {
      const photoSha256 = createHash('sha256').update(photo).digest('hex');
      const submission = sampleSubmission({ photoSha256, photoBytes: photo.length });
      return keep.during(photoSha256, photo, () => store.add(submission));
    },
    close: () => store.close()
  };
}

sharp.cache(false);
sharp.concurrency(1);
/** As the endpoint's decoder does it. */
async function decode(photo: Uint8Array): Promise<void> {
  await sharp(photo, { failOn: 'warning' }).raw().toBuffer();
}
