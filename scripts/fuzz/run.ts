import { createHash } from 'node:crypto';
import { Agent } from 'node:http';
import fc from 'fast-check';
import { packItem } from '../../src/lib/api/contracts/kiosk';
import { seal } from '../../src/lib/api/envelope';
import { seal as sealCode } from '../../src/lib/server/codes/envelope';
import { kioskKey } from '../../src/lib/server/kiosk/keys';
import { staffAccounts } from '../../src/lib/server/staff/accounts';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { finishedFile } from '../../src/lib/server/testing/photo';
import { routesIn } from '../../src/lib/server/testing/routes';
import { agreedDetails } from '../../src/lib/server/testing/submission';
import { rehearsed, startFleet } from '../faults/fleet';
import { manyPhotos } from '../faults/photos';
import { signIn, type Session } from '../faults/reviewers';
import { send } from '../faults/send';
import { fuzzRequests, type FuzzRequest } from './requests';
import { formSample } from './samples';
import { sendOdd } from './send';
import { idOf, keyOf, numberOf, staff, type World } from './world';

export interface FuzzOptions {
  requests: number;
  seed: number;
  database: 'sqlite' | 'postgres';
}

export interface FuzzCounts {
  requests: number;
  /** Answers of an outage. */
  '5xx': number;
  /** Endpoints that ended by themselves, as an unhandled rejection ends one, and requests that twice had no answer. */
  unhandled: number;
  /** Whether a good photo was taken in afterwards. */
  alive: boolean;
  /** Answers by status. */
  statuses: Record<string, number>;
  seed: number;
  seconds: number;
}

const codeKey = createHash('sha256').update('fuzz').digest();
/** Everything that can be on without a counterpart; whoever is asked over the network refuses at once. */
const env = {
  GRADFRAME_PAYMENT_SANDBOX: 'on',
  GRADFRAME_CODE_KEYS: `fuzz:${codeKey.toString('base64')}`,
  GRADFRAME_SMTP: 'smtp://127.0.0.1:9',
  GRADFRAME_MAIL_FROM: 'photo@example.org',
  GRADFRAME_SMS_URL: 'http://127.0.0.1:9',
  GRADFRAME_SMS_SECRET: 'secret',
  GRADFRAME_CAS: 'http://127.0.0.1:9',
  GRADFRAME_METRICS_TOKEN: 'token',
  ADDRESS_HEADER: 'x-fuzz-address'
};
const paid = {
  ...rehearsed,
  code: 'PAID',
  payment: { required: true, amountFen: 1500, when: 'beforeSubmit' }
} as const;
const good = 4;
/** Requests on their way at once. */
const atOnce = 4;
const tellMs = 5_000;

/** Sends random requests over every route, most of them nearly right, to an endpoint that knows some submissions. */
export async function runFuzz({ requests, seed, database }: FuzzOptions): Promise<FuzzCounts> {
  const photoOf = await manyPhotos();
  let sealed: Uint8Array = new Uint8Array();
  const { url, servers, openDatabase, stop } = await startFleet(
    { instances: 1, database, photos: 'folder', env, campaigns: [paid] },
    async (db) => {
      const accounts = staffAccounts(db);
      for (const role of ['reviewer', 'admin'] as const)
        await accounts.create({ name: staff[role].name, role }, staff[role].password, 'fuzz');
      sealed = await sealedItem(db);
    }
  );
  const began = performance.now();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let telling: NodeJS.Timeout | undefined;
  try {
    const submissions = Array.from({ length: good }, (_, number) => ({
      id: idOf(number),
      key: keyOf(number),
      studentNumber: numberOf(number)
    }));
    for (const [index, one] of submissions.entries())
      if ((await send(url, { ...one, photo: photoOf(index) }, null))?.status !== 201)
        throw new Error('a good photo was not taken in');
    await decideSome(await openDatabase());
    const world: World = {
      campaigns: [rehearsed.code, paid.code],
      submissions,
      photo: await finishedFile(),
      sealed,
      code: sealCode({ studentNumber: numberOf(1), name: '林晓' }, 'fuzz', codeKey)
    };
    const all = fc.sample(fuzzRequests(routesIn('src/routes'), world), { numRuns: requests, seed });
    const counts: FuzzCounts = {
      requests: 0,
      '5xx': 0,
      unhandled: 0,
      alive: false,
      statuses: {},
      seed,
      seconds: 0
    };
    telling = setInterval(() => console.error(`${counts.requests} of ${requests} requests`), tellMs);
    const work = worker(url, all, counts, agent);
    await Promise.all(Array.from({ length: atOnce }, work));
    const last = { id: idOf(good), key: keyOf(good), studentNumber: numberOf(good), photo: photoOf(good) };
    counts.alive = (await send(url, last, null))?.status === 201;
    counts.unhandled += servers.reduce((sum, { endedByItself }) => sum + endedByItself, 0);
    return { ...counts, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    clearInterval(telling);
    agent.destroy();
    await stop();
  }
}

/** Sends one after the other, of those that nobody has sent yet. */
function worker(url: string, all: readonly FuzzRequest[], counts: FuzzCounts, agent: Agent) {
  const sessions: Partial<Record<FuzzRequest['who'], Promise<Session | null>>> = {};
  let signIns = 0;
  const sessionOf = (who: FuzzRequest['who']) =>
    who === 'student'
      ? null
      : (sessions[who] ??= signIn(url, staff[who], { 'x-fuzz-address': `10.0.0.${++signIns % 250}` }));
  let next = 0;
  return async () => {
    for (let number = next++; number < all.length; number = next++) {
      const request = all[number]!;
      const session = await sessionOf(request.who);
      // An answer that comes before its request was read ends the connection, which another request may then meet.
      const status =
        (await sendOdd(url, request, session, agent)) ?? (await sendOdd(url, request, session, false));
      counts.requests++;
      counts.statuses[String(status)] = (counts.statuses[String(status)] ?? 0) + 1;
      // A request may have signed it out.
      if (status === 401) delete sessions[request.who];
      if (status !== null && status < 500) continue;
      if (status === null) counts.unhandled++;
      else counts['5xx']++;
      console.error(`request ${number}: ${status ?? 'no answer'} ${JSON.stringify(told(request))}`);
    }
  };
}

const longest = 600;
/** Enough of a request to send it again by hand. */
const told = ({ method, path, headers, body, who, chunked }: FuzzRequest) => ({
  method,
  path: path.slice(0, longest),
  headers,
  who,
  chunked,
  body: body?.toString('latin1').slice(0, longest)
});

/** One approved, one rejected; the others wait. */
async function decideSome(db: SqlDatabase): Promise<void> {
  try {
    const store = submissionStore(db);
    const who = 'reviewer:fuzz';
    for (const number of [1, 2]) await store.claim(idOf(number), who, '2026-01-01T00:00:00.000Z');
    await store.change({ id: idOf(1), from: 'inReview', to: 'approved', who });
    await store.change({ id: idOf(2), from: 'inReview', to: 'rejected', who, reasons: ['eyes.closed'] });
  } finally {
    await db.close();
  }
}

/** What a kiosk hands in. */
async function sealedItem(db: SqlDatabase): Promise<Uint8Array> {
  const jpeg = await finishedFile(7);
  const studentNumber = numberOf(8);
  const { report } = formSample({ submissions: [{}, {}, {}] } as unknown as World, studentNumber);
  const item = {
    id: idOf(8),
    key: keyOf(8),
    registration: { studentNumber, name: '林晓', source: 'typed' as const },
    report: report as Parameters<typeof packItem>[0]['report'],
    jpeg,
    details: agreedDetails()
  };
  return seal(await kioskKey(db), packItem(item));
}
