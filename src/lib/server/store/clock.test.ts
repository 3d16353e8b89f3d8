import { afterAll, expect, it, vi } from 'vitest';
import { sampleSubmission } from '../testing/submission';
import { startPostgres } from '../testing/postgres';
import { campaignStore } from './campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { isFinal } from '../submission/states';
import { nowMs } from '../time';
import { openDatabase } from './open';
import { submissionStore } from './submissions';

const server = startPostgres();
afterAll(async () => (await server).stop(), 60_000);

it('is the database’s: an instance three seconds slow undoes nothing that was handed over', async () => {
  const db = await openDatabase(await (await server).address('clock'));
  const right = Date.now;
  try {
    await campaignStore(db, 'default').save(parseCampaign(sampleCampaign));
    const store = submissionStore(db);
    const one = sampleSubmission({ photoSha256: 'c'.repeat(64) });
    await store.add(one);
    await store.claim(one.id, 'reviewer:anna', '');
    await store.change({ id: one.id, from: 'inReview', to: 'approved', who: 'reviewer:anna' });
    const given = Date.parse((await store.find(one.id))!.changedAt);
    expect(Math.abs(given - right())).toBeLessThan(1000);
    // So long ago that it is final; this machine's clock says that it is not.
    const past = new Date(given - 11_500).toISOString();
    await db.run('UPDATE submission SET changed_at = ?, exported_at = ? WHERE id = ?', [past, past, one.id]);
    vi.spyOn(Date, 'now').mockImplementation(() => right() - 3000);
    expect(isFinal(past, 10, nowMs())).toBe(true);
    expect(await store.undo(one.id, 'reviewer:anna', 10)).toBe(false);
    // A claim that this machine's clock would hand on is not stale.
    vi.spyOn(Date, 'now').mockImplementation(() => right() + 86_400_000);
    const other = sampleSubmission({ photoSha256: 'd'.repeat(64), studentNumber: '2022310002' });
    await store.add(other);
    await store.claim(other.id, 'reviewer:anna', '');
    const stale = new Date(nowMs() - 15 * 60_000).toISOString();
    expect(await store.claim(other.id, 'reviewer:bo', stale)).toBe(false);
  } finally {
    vi.restoreAllMocks();
    await db.close();
  }
}, 60_000);
