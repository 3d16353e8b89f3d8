import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../../files/folder';
import { personalData } from '../../personal/erase';
import { parseCampaign } from '../../policy/parse-campaign';
import { sampleCampaign } from '../../policy/sample';
import { openDatabase } from '../../store/open';
import type { SqlDatabase } from '../../store/sql';
import { submissionStore, type SubmissionStore } from '../../store/submissions';
import { startPostgres } from '../../testing/postgres';
import { sampleSubmission } from '../../testing/submission';
import { saveList } from '../../store/student-list';
import { spansOf } from './days';
import { overviewOf } from './overview';

const folder = mkdtemp(join(tmpdir(), 'gradframe-overview-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const campaign = parseCampaign(sampleCampaign);
const { code } = campaign;
const who = 'reviewer:anna';
const report = (...warned: string[]) =>
  JSON.stringify({ findings: warned.map((id) => ({ id, verdict: 'warn' })), verdict: 'warn', reasons: [] });

describe.each([
  ['sqlite', async () => join(await folder, 'overview.db')],
  ['postgres', async () => (await server).address('overview')]
] as const)('the overview in %s', (_, address) => {
  let db: SqlDatabase;
  let store: SubmissionStore;
  beforeAll(async () => {
    db = await openDatabase(await address());
    store = submissionStore(db);
  }, 60_000);
  afterAll(() => db.close());

  async function send(studentNumber: string, to: 'received' | 'approved' | 'rejected', given = '{}') {
    const at = new Date(Date.now() - 60 * 60_000).toISOString();
    const submission = sampleSubmission({ campaign: code, studentNumber, report: given, receivedAt: at });
    const { id } = submission;
    await store.add(submission);
    if (to === 'received') return id;
    await store.claim(id, who, '');
    const reasons = to === 'rejected' ? ['eyes.closed', 'review.glasses'] : [];
    await store.change({ id, from: 'inReview', to, who, reasons });
    return id;
  }
  const look = () => overviewOf(db, campaign, 480);
  const classOf = async (name: string) => (await look()).classes.find((one) => one.name === name);

  it('counts each student of the list once, by the best that was sent, whatever comes first', async () => {
    await send('2022310001', 'approved');
    await saveList(db, code, [
      { studentNumber: '2022310001', name: '林晓', class: '1班' },
      { studentNumber: '2022310002', name: '周明', class: '1班' },
      { studentNumber: '2022310003', name: '李雷', class: '2班' }
    ]);
    expect(await look()).toMatchObject({
      listed: 3,
      closed: false,
      classes: [
        { name: '1班', none: 1, received: 0, inReview: 0, rejected: 0, approved: 1 },
        { name: '2班', none: 1, approved: 0 }
      ]
    });
    await send('2022310003', 'rejected', report('light.uneven', 'pose.yaw'));
    expect(await classOf('2班')).toMatchObject({ none: 0, rejected: 1 });
    // Sent again: what waits counts, not the rejection before it.
    const again = await send('2022310003', 'received');
    expect(await classOf('2班')).toMatchObject({ received: 1, rejected: 0 });
    await store.claim(again, who, '');
    expect(await classOf('2班')).toMatchObject({ received: 0, inReview: 1 });
    await store.change({ id: again, from: 'inReview', to: 'approved', who });
    expect(await classOf('2班')).toMatchObject({ inReview: 0, approved: 1 });
    await store.undo(again, who, 60);
    expect(await classOf('2班')).toMatchObject({ inReview: 1, approved: 0 });
    const taken = await send('2022310002', 'received');
    expect(await classOf('1班')).toMatchObject({ none: 0, received: 1 });
    await store.change({ id: taken, from: 'received', to: 'withdrawn', who: 'student' });
    expect(await classOf('1班')).toMatchObject({ none: 1, received: 0 });
  });

  it('says why photos are refused, how long it takes, and what today is like', async () => {
    await send('2022319998', 'rejected', report('light.uneven'));
    const { reasons, rules, review, days, today } = await look();
    expect(reasons).toEqual([
      { id: 'eyes.closed', count: 2 },
      { id: 'review.glasses', count: 2 }
    ]);
    expect(rules).toEqual([
      { id: 'light.uneven', count: 2 },
      { id: 'pose.yaw', count: 1 }
    ]);
    expect(review!.verdicts).toBe(3);
    expect(review!.medianMinutes).toBeGreaterThan(59);
    expect(review!.p90Minutes).toBeLessThan(65);
    expect(days).toHaveLength(30);
    expect(days.reduce((sum, one) => sum + one.received, 0)).toBe(5);
    expect(days.at(-1)).toMatchObject({ approved: 1, rejected: 2 });
    expect(today).toMatchObject({ decided: 3, waiting: 0, oldest: null });
  });

  it('forgets who is erased', async () => {
    const personal = personalData(db, store, await folderFiles(join(await folder, 'photos')));
    await send('2022310002', 'approved');
    expect(await classOf('1班')).toMatchObject({ approved: 2 });
    await personal.eraseBefore(code, new Date().toISOString());
    expect(await look()).toMatchObject({
      listed: 3,
      classes: [{ none: 2 }, { none: 1 }],
      reasons: [],
      rules: [],
      review: null
    });
  });
});

it('ends a campaign’s days where the reader’s clock does', () => {
  const now = Date.parse('2026-11-30T17:00:00.000Z');
  expect(spansOf(now, 480, 2)).toEqual([
    { day: '2026-11-30', since: '2026-11-29T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' },
    { day: '2026-12-01', since: '2026-11-30T16:00:00.000Z', until: '2026-12-01T16:00:00.000Z' }
  ]);
  expect(spansOf(now, 0, 1)[0]!.day).toBe('2026-11-30');
});
