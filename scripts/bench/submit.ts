import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { manyPhotos } from '../faults/photos';
import { send } from '../faults/send';
import { MortalServer } from '../faults/server';
import { row, type BenchRow } from './row';

const rounds = 5;
const clients = 50;
/** Submissions of one round. */
const each = 300;

/**
 * Durable submissions a second from 50 clients at once, through HTTP, validation and all, over a bare loop in this
 * process that does the same inserts and the same synced write, one after the other; and the 95th percentile of an
 * answer.
 */
export async function benchSubmit(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-'));
  const photoOf = await manyPhotos();
  const server = await MortalServer.over(join(folder, 'served'));
  const loop = bareLoop(join(folder, 'bare'));
  const [ours, bare, slow]: number[][] = [[], [], []];
  let next = 0;
  try {
    await submit(server.url, photoOf, () => next++, clients);
    for (let round = 0; round < rounds; round++) {
      bare!.push(each / timed(() => loop.run(photoOf, each)));
      const began = performance.now();
      const took = await submit(server.url, photoOf, () => next++, each);
      ours!.push(each / ((performance.now() - began) / 1000));
      took.sort((a, b) => a - b);
      slow!.push(took[Math.ceil(took.length * 0.95) - 1]!);
    }
  } finally {
    loop.close();
    await server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
  return [
    row('submit', 'submissions/s', ours!, bare!),
    row(`submit-p95, ${clients} clients`, 'ms', slow!, null)
  ];
}

/** Seconds. */
function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** Milliseconds of each answer. @throws when one is not taken in */
async function submit(
  url: string,
  photoOf: (number: number) => Uint8Array,
  numberOf: () => number,
  count: number
): Promise<number[]> {
  const took: number[] = [];
  let left = count;
  const client = async () => {
    while (left-- > 0) {
      const number = numberOf();
      const began = performance.now();
      const answer = await send(
        url,
        {
          id: randomUUID(),
          key: randomBytes(32).toString('base64url'),
          photo: photoOf(number),
          studentNumber: String(2_022_000_000 + number)
        },
        null
      );
      if (answer?.status !== 201) throw new Error(`not taken in: ${JSON.stringify(answer)}`);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return took;
}

/** A table like the endpoint's and a folder, both synced before the next. */
function bareLoop(folder: string) {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE submission (id TEXT PRIMARY KEY, content_key TEXT UNIQUE, photo_sha256 TEXT, rest TEXT);
     CREATE INDEX by_photo ON submission (photo_sha256);
     CREATE TABLE history (sequence INTEGER PRIMARY KEY AUTOINCREMENT, submission_id TEXT, state TEXT);`
  );
  const submission = db.prepare('INSERT INTO submission VALUES (?, ?, ?, ?)');
  const history = db.prepare("INSERT INTO history (submission_id, state) VALUES (?, 'received')");
  const directory = openSync(folder, 'r');
  const rest = JSON.stringify({ standard: 'chsi-99', findings: [], pad: 'x'.repeat(300) });
  let next = 0;
  return {
    run(photoOf: (number: number) => Uint8Array, count: number) {
      for (let i = 0; i < count; i++) {
        const photo = photoOf(next++);
        const hash = createHash('sha256').update(photo).digest('hex');
        const file = openSync(join(folder, `${hash}.part`), 'w');
        writeSync(file, photo);
        fsyncSync(file);
        closeSync(file);
        renameSync(join(folder, `${hash}.part`), join(folder, `${hash}.jpg`));
        fsyncSync(directory);
        db.exec('BEGIN IMMEDIATE');
        const id = randomUUID();
        submission.run([id, randomUUID(), hash, rest]);
        history.run([id]);
        db.exec('COMMIT');
      }
    },
    close() {
      closeSync(directory);
      db.close();
    }
  };
}
