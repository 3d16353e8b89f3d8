import { setTimeout as wait } from 'node:timers/promises';
import { countPictures } from '../../src/lib/server/store/farm';
import type { SqlDatabase } from '../../src/lib/server/store/sql';

const everyMs = 2_000;
/** The rate is over as long, ms. */
const rateMs = 60_000;

/** Prints how many pictures wait, are done, or dead, by cause; with `watch` again and again until none waits. */
export async function printStatus(db: SqlDatabase, watch: boolean): Promise<number> {
  const seen: { at: number; ended: number }[] = [];
  for (;;) {
    const { waiting, done, dead } = await countPictures(db);
    const deadCount = Object.values(dead).reduce((sum, n) => sum + n, 0);
    const now = { at: Date.now(), ended: done + deadCount };
    while (seen.length && now.at - seen[0]!.at > rateMs) seen.shift();
    const first = seen[0] ?? now;
    seen.push(now);
    const perSecond = now.at > first.at ? (1000 * (now.ended - first.ended)) / (now.at - first.at) : null;
    const rate = perSecond === null ? {} : { perSecond: Math.round(100 * perSecond) / 100 };
    const left = perSecond ? { secondsLeft: Math.round(waiting / perSecond) } : {};
    console.log(
      JSON.stringify({ waiting, done, dead: deadCount, causes: dead, ...(watch && { ...rate, ...left }) })
    );
    if (!watch || waiting === 0) return 0;
    await wait(everyMs);
  }
}
