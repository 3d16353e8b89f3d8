import { setTimeout as wait } from 'node:timers/promises';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { inspect, type Acknowledged, type Damage } from './check';
import { clients, type Met } from './clients';
import { rehearsed, startFleet, type Fleet, type FleetOptions } from './fleet';
import { manyPhotos } from './photos';
import { makeReviewers, review, type Reviewed, type Reviewer } from './reviewers';
import { sweepAsADayLater } from './sweep';

export interface FaultOptions extends FleetOptions {
  submissions: number;
  clients: number;
  kills: number;
  /** Of the database. */
  restarts: number;
}

export interface FaultCounts extends Damage, Met, Reviewed {
  submissions: number;
  acknowledged: number;
  /** Files without a row, of endpoints killed between the two, that the day's sweep then removed. */
  swept: number;
  /** Endpoints killed; databases started again; endpoints that ended though nobody ended them. */
  kills: number;
  restarts: number;
  endedByThemselves: number;
  seconds: number;
}

const reviewersOfOne = 2;
const limits = { perStudent: rehearsed.limits!.perStudent!, photosPerDay: rehearsed.standardisationsPerDay };
/** Students who send more than a day allows, all at once: one in so many. */
const floodEvery = 100;
const floodPhotos = limits.perStudent + 4;
const tellMs = 5_000;
/** A removal that a killed endpoint had begun is another's to end after this, ms. */
const leaseMs = 46_000;

/**
 * Many clients hand in photos over connections that break, each again and again until it is acknowledged, some in
 * parts, some twice at once, some under a second id, some more than is allowed, while reviewers work on what came in,
 * endpoints are killed at random and the database goes away. Then what is kept is held against what was acknowledged.
 */
export async function runFaults(options: FaultOptions): Promise<FaultCounts> {
  const { submissions, kills, restarts } = options;
  const photoOf = await manyPhotos();
  let reviewers: Reviewer[] = [];
  const fleet = await startFleet(options, async (db) => {
    reviewers = await makeReviewers(db, reviewersOfOne * options.instances);
  });
  const { acknowledged, others, met, student, flood } = clients(fleet.url, photoOf);
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const telling = setInterval(
    () => console.error(`${acknowledged.size} of ${submissions} acknowledged, ${seconds()} s`),
    tellMs
  );
  let next = 0;
  let over = false;
  async function client(): Promise<void> {
    for (let number = next++; number < submissions; number = next++) {
      await student(number);
      if (number % floodEvery === floodEvery - 1)
        await flood(submissions + number * floodPhotos, floodPhotos);
    }
  }
  /** `times` spread over the whole run, each at a random moment of its stretch. */
  async function spread(times: number, work: (time: number) => Promise<void>): Promise<void> {
    for (let time = 0; time < times; time++) {
      const at = ((time + Math.random()) / (times + 1)) * submissions;
      while (acknowledged.size < at) await wait(5);
      await wait(Math.random() * 50);
      await work(time);
    }
  }
  try {
    const reviewing = review(fleet.url, reviewers, () => over);
    await Promise.all([
      ...Array.from({ length: options.clients }, client),
      spread(kills, () => killOne(fleet)),
      spread(restarts, (time) =>
        fleet.restartDatabase(time % 2 ? 'immediate' : 'fast', 200 + Math.random() * 1000)
      )
    ]).finally(() => (over = true));
    const reviewed = await reviewing;
    await fleet.halt();
    const db = await fleet.openDatabase();
    const all = new Map([...acknowledged, ...others]);
    const { swept, damage } = await whatIsKept(db, fleet.photos, all).finally(() => db.close());
    return {
      submissions,
      acknowledged: acknowledged.size,
      swept,
      ...damage,
      ...met,
      ...reviewed,
      kills,
      restarts,
      endedByThemselves: fleet.servers.reduce((sum, { endedByItself }) => sum + endedByItself, 0),
      seconds: seconds()
    };
  } finally {
    clearInterval(telling);
    await fleet.stop();
  }
}

/** What the day's sweep removes, and what is wrong after it. */
async function whatIsKept(
  db: SqlDatabase,
  photos: string,
  acknowledged: Acknowledged
): Promise<{ swept: number; damage: Damage }> {
  let swept = await sweepAsADayLater(db, photos);
  let damage = await inspect(db, photos, acknowledged, limits);
  if (damage.orphans) {
    await wait(leaseMs);
    swept += await sweepAsADayLater(db, photos);
    damage = await inspect(db, photos, acknowledged, limits);
  }
  return { swept, damage };
}

/** A random one is killed, and comes back. */
async function killOne({ servers }: Fleet): Promise<void> {
  const server = servers[Math.floor(Math.random() * servers.length)]!;
  await server.kill();
  await server.start();
}

/** Whether nothing went wrong. */
export const isSound = (counts: FaultCounts) =>
  counts.acknowledged === counts.submissions &&
  [
    counts.lost,
    counts.doubled,
    counts.halfWritten,
    counts.orphans,
    counts.wrongHistory,
    counts.heldByTwo,
    counts.endedByThemselves,
    counts.overLimit,
    counts.refused
  ].every((n) => n === 0);
