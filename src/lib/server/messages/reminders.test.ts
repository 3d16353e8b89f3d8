import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '$lib/api/contracts/messages';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { latestActs } from '../store/staff-audit';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore } from '../store/submissions';
import { sampleSubmission } from '../testing/submission';
import { reminders } from './reminders';
import type { MessageSender, OutgoingMessage } from './sender';
import { messageService } from './service';

const dayMs = 24 * 60 * 60_000;
const campaign = sampleCampaign.code;
const closes = '2026-07-01T00:00:00.000Z';

let folder: string;
let db: SqlDatabase;
let now: number;
let sent: OutgoingMessage[];
const clock = () => now;

/** Keeps what it is given. */
const sender = {
  kind: 'wechat',
  accepts: () => true,
  send: (_to: unknown, message: OutgoingMessage) => {
    sent.push(message);
    return Promise.resolve({ kind: 'sent' as const });
  }
} as MessageSender;
const to = (remind: boolean, person = '1'): Subscription => ({
  ...{ kind: 'wechat', locale: 'zh-CN', openid: `openid-of-student-${person}` },
  ...(remind && { remind })
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-reminders-'));
  db = await openSqlite(join(folder, 'test.db'));
  now = Date.UTC(2026, 5, 1);
  sent = [];
  await campaignStore(db, campaign).save(parseCampaign({ ...sampleCampaign, closes }));
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const parts = () => {
  const campaigns = campaignStore(db, campaign);
  return {
    service: messageService({ db, campaigns, senders: [sender], clock }),
    reminding: reminders(db, campaigns, clock)
  };
};
const at = () => new Date(now).toISOString();
const channels = async () => (await db.get<{ n: number }>('SELECT COUNT(*) AS n FROM message_channel'))!.n;

async function submit(studentNumber: string): Promise<string> {
  const one = sampleSubmission({ campaign, studentNumber, receivedAt: at(), name: '林晓明' });
  await submissionStore(db).add(one);
  return one.id;
}
const judge = (id: string, state: string) =>
  db.run("UPDATE submission SET state = ?, changed_at = ?, reasons = '[]' WHERE id = ?", [state, at(), id]);

/** Rejected, and told so. */
async function rejected(studentNumber: string, remind: boolean): Promise<string> {
  const { service } = parts();
  const id = await submit(studentNumber);
  await service.subscribe(id, to(remind, studentNumber));
  await judge(id, 'rejected');
  now += 60_000;
  await service.round();
  return id;
}

describe('reminders', () => {
  it('go to who was rejected and wanted them, once a day, in the log', async () => {
    const { service, reminding } = parts();
    await rejected('2022310001', true);
    await rejected('2022310002', false);
    expect(sent.map(({ template }) => template)).toEqual(['rejected', 'rejected']);
    expect(await channels()).toBe(1);
    expect(await reminding.due(campaign)).toBe(1);
    expect(await reminding.remind(campaign, 'wang')).toBe(1);
    await service.round();
    expect(sent.at(-1)).toMatchObject({ template: 'remind', title: '还没有提交毕业照片' });
    expect(sent.at(-1)!.body).toMatch(/^林\*\*：.*截止 2026年/);
    expect(await reminding.due(campaign)).toBe(0);
    expect(await reminding.remind(campaign, 'wang')).toBe(0);
    now += dayMs;
    expect(await reminding.due(campaign)).toBe(1);
    expect((await latestActs(db, 5)).map(({ act, subject }) => [act, subject])).toEqual([
      ['students.reminded', `${campaign}: 0`],
      ['students.reminded', `${campaign}: 1`]
    ]);
  });

  it('go to who took it back, and to nobody who waits, passed, sent another one or is not told yet', async () => {
    const { service, reminding } = parts();
    const back = await submit('2022310001');
    await service.subscribe(back, to(true, '1'));
    await judge(back, 'withdrawn');
    for (const [number, state] of [
      ['2022310002', 'received'],
      ['2022310003', 'approved'],
      ['2022310004', 'rejected']
    ] as const) {
      const id = await submit(number);
      await service.subscribe(id, to(true, number));
      await judge(id, state);
    }
    expect(await reminding.due(campaign)).toBe(1);
    await service.round();
    expect(await reminding.due(campaign)).toBe(1);
    await submit('2022310001');
    expect(await reminding.due(campaign)).toBe(0);
  });

  it('go to a student once, however many photos of the number were rejected', async () => {
    const { service, reminding } = parts();
    await rejected('2022310001', true);
    now += 60_000;
    await rejected('2022310001', true);
    sent = [];
    expect(await reminding.remind(campaign, 'wang')).toBe(1);
    await service.round();
    expect(sent).toHaveLength(1);
  });

  it('end with the campaign and with another photo, and the address goes', async () => {
    const { reminding } = parts();
    await rejected('2022310001', true);
    await rejected('2022310002', true);
    await reminding.clear();
    expect(await channels()).toBe(2);
    await submit('2022310001');
    await reminding.clear();
    expect(await channels()).toBe(1);
    now = Date.parse(closes);
    expect(await reminding.due(campaign)).toBe(0);
    await expect(reminding.remind(campaign, 'wang')).rejects.toMatchObject({ code: 'campaign.closed' });
    await reminding.clear();
    expect(await channels()).toBe(0);
  });
});
