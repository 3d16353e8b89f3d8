import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect, type Damage } from './check';
import { manyPhotos } from './photos';
import { send, type Answer, type Parcel } from './send';
import { MortalServer } from './server';

export interface FaultOptions {
  submissions: number;
  clients: number;
  kills: number;
}

export interface FaultCounts extends Damage {
  submissions: number;
  acknowledged: number;
  /** Requests in all; how many had their connection cut; how many repeated what was acknowledged already. */
  requests: number;
  cut: number;
  repeated: number;
  /** Requests that sent a part, or asked how much is there. */
  parts: number;
  /** Acknowledged again under another id, and not taken in twice. */
  otherIds: number;
  kills: number;
  /** Answers that a well-behaved client must not get. */
  refused: number;
  seconds: number;
}

const chance = (share: number) => Math.random() < share;
const isTaken = (answer: Answer) => answer !== null && (answer.status === 200 || answer.status === 201);

/**
 * Many clients hand in photos over connections that break, each again and again until it is acknowledged, some twice
 * at once, some under a second id, while the server is killed at random. Then the disk is held against what was
 * acknowledged.
 */
export async function runFaults({ submissions, clients, kills }: FaultOptions): Promise<FaultCounts> {
  const data = await mkdtemp(join(tmpdir(), 'gradframe-faults-'));
  const photoOf = await manyPhotos();
  const server = await MortalServer.over(data);
  const began = performance.now();
  const counts = { requests: 0, cut: 0, repeated: 0, parts: 0, kills: 0, refused: 0 };
  const acknowledged = new Map<string, string>();
  const aliases = new Map<string, string>();
  let next = 0;

  async function once(
    parcel: Parcel,
    cut: number | null,
    part?: { from: number; length: number }
  ): Promise<Answer> {
    counts.requests++;
    if (cut !== null) counts.cut++;
    if (part) counts.parts++;
    return send(server.url, parcel, cut, part && { part });
  }

  const someCut = () => (chance(0.2) ? Math.random() * 2 : null);

  /** On from what is there, part by part, until one breaks. */
  async function inParts(parcel: Parcel): Promise<Answer> {
    let answer = await once(parcel, null, { from: 0, length: 0 });
    while (answer?.status === 202)
      answer = await once(parcel, someCut(), {
        from: Number(answer.body.received),
        length: 1 + Math.floor(Math.random() * 16_384)
      });
    return answer;
  }

  /** Until it is acknowledged; what a client may be told on the way is only to come back. */
  async function deliver(parcel: Parcel): Promise<void> {
    for (;;) {
      const sent = chance(0.1) ? inParts(parcel) : once(parcel, someCut());
      const twice = chance(0.05) ? once(parcel, null) : null;
      const answers = [await sent, await twice];
      for (const answer of answers) if (answer && !isTaken(answer) && answer.status < 500) counts.refused++;
      if (answers.some(isTaken)) return;
      await wait(20 + Math.random() * 200);
    }
  }

  async function client(): Promise<void> {
    for (let number = next++; number < submissions; number = next++) {
      const photo = photoOf(number);
      const hash = createHash('sha256').update(photo).digest('hex');
      const parcel: Parcel = {
        id: randomUUID(),
        key: randomBytes(32).toString('base64url'),
        photo,
        studentNumber: String(2_022_000_000 + number)
      };
      await deliver(parcel);
      acknowledged.set(parcel.id, hash);
      if (chance(0.1)) {
        counts.repeated++;
        await deliver(parcel);
      }
      if (chance(0.05)) {
        const other = { ...parcel, id: randomUUID() };
        await deliver(other);
        aliases.set(other.id, hash);
      }
    }
  }

  /** Kills spread over the whole run, each at a random moment of its stretch. */
  async function killer(): Promise<void> {
    for (let kill = 0; kill < kills; kill++) {
      const at = ((kill + Math.random()) / (kills + 1)) * submissions;
      while (acknowledged.size < at) await wait(5);
      await wait(Math.random() * 50);
      await server.kill();
      counts.kills++;
      await server.start();
    }
  }

  try {
    await Promise.all([...Array.from({ length: clients }, client), killer()]);
    const seconds = Math.round((performance.now() - began) / 1000);
    await server.kill('SIGTERM');
    const damage = await inspect(data, acknowledged, aliases);
    return {
      submissions,
      acknowledged: acknowledged.size,
      ...counts,
      otherIds: aliases.size,
      ...damage,
      seconds
    };
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true });
  }
}

/** Whether nothing went wrong. */
export const isSound = (counts: FaultCounts) =>
  counts.acknowledged === counts.submissions &&
  [counts.lost, counts.doubled, counts.halfWritten, counts.orphans, counts.refused].every((n) => n === 0);
