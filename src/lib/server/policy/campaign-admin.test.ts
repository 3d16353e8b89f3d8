import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../store/open';
import { startPostgres } from '../testing/postgres';
import { latestActs } from '../store/staff-audit';
import { campaignStore } from '../store/campaigns';
import { campaignAdmin } from './campaign-admin';
import { parseCampaign } from './parse-campaign';
import { sampleCampaign } from './sample';

const folder = mkdtemp(join(tmpdir(), 'gradframe-campaigns-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const spring = { ...sampleCampaign, code: 'spring', name: { 'zh-CN': '春季' } };
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code
  );

describe.each([
  ['sqlite', async (name: string) => join(await folder, `${name}.db`)],
  ['postgres', async (name: string) => (await server).address(name)]
] as const)('campaigns made in the console, in %s', (_, address) => {
  /** Two servers over one database. */
  async function two(name: string) {
    const where = await address(name);
    const make = async () => {
      const db = await openDatabase(where);
      const campaigns = campaignStore(db, 'default');
      return { db, campaigns, admin: campaignAdmin({ db, fixed: false, takesFees: false }) };
    };
    const [a, b] = [await make(), await make()];
    await a.campaigns.save(parseCampaign(sampleCampaign));
    return { a, b, close: () => Promise.all([a.db.close(), b.db.close()]) };
  }

  it('hold at every server at once, and each change is in the log', async () => {
    const { a, b, close } = await two('at_once');
    const made = await a.admin.create(spring, 'wang');
    expect(await b.campaigns.get('spring')).toEqual(parseCampaign(spring));
    expect(await code(b.admin.create(spring, 'wang'))).toBe('campaign.taken');

    const changed = await b.admin.change('spring', made.revision, { ...spring, retakes: 5 }, 'li');
    expect((await a.campaigns.get('spring'))?.retakes).toBe(5);
    // Somebody who still has the page before.
    expect(await code(a.admin.change('spring', made.revision, spring, 'wang'))).toBe('campaign.changed');
    // Nothing differs: nothing is said of it.
    expect(await b.admin.change('spring', changed.revision, { ...spring, retakes: 5 }, 'li')).toEqual(
      changed
    );

    expect((await a.campaigns.find('default'))?.code).toBe('default');
    await b.admin.step('spring', changed.revision, 'first', 'li');
    expect((await a.campaigns.find('default'))?.code).toBe('spring');
    // Its own code still leads to the sample.
    expect((await a.campaigns.get('default'))?.code).toBe('default');
    expect((await latestActs(a.db, 10)).map(({ who, act, subject }) => [who, act, subject])).toEqual([
      ['li', 'campaign.first', 'spring'],
      ['li', 'campaign.changed', 'spring: retakes'],
      ['wang', 'campaign.created', 'spring']
    ]);
    await close();
  }, 30_000);

  it('of two who change one at the same moment, one is told', async () => {
    const { a, b, close } = await two('same_moment');
    const { revision } = await a.admin.create(spring, 'wang');
    const results = await Promise.all([
      code(a.admin.change('spring', revision, { ...spring, retakes: 5 }, 'wang')),
      code(b.admin.change('spring', revision, { ...spring, retakes: 6 }, 'li'))
    ]);
    expect(results.sort()).toEqual(['campaign.changed', null].sort());
    await close();
  }, 30_000);

  it('are closed, put away, and brought back', async () => {
    const { a, b, close } = await two('closed');
    const { admin } = a;
    let kept = await admin.create({ ...spring, opens: '2030-01-01T00:00:00.000Z' }, 'wang');
    const step = async (name: Parameters<typeof admin.step>[2]) =>
      (kept = await admin.step('spring', kept.revision, name, 'wang'));
    const refused = (name: Parameters<typeof admin.step>[2]) =>
      code(admin.step('spring', kept.revision, name, 'wang'));
    expect(await refused('archive')).toBe('campaign.state');
    expect(await refused('reopen')).toBe('campaign.state');
    await step('close');
    const closed = (await b.campaigns.get('spring'))!;
    expect(b.campaigns.isOpen(closed)).toBe(false);
    expect(closed.opens).toBeUndefined();
    await step('archive');
    expect(kept.archived).toBe(true);
    expect(await code(admin.change('spring', kept.revision, spring, 'wang'))).toBe('campaign.state');
    expect(await refused('first')).toBe('campaign.state');
    // What was sent to it is kept as long as it says.
    expect((await b.campaigns.list()).map(({ code: one }) => one)).toContain('spring');
    await step('restore');
    await step('reopen');
    expect(b.campaigns.isOpen((await b.campaigns.get('spring'))!)).toBe(true);
    await step('first');
    await step('close');
    expect(await refused('archive')).toBe('campaign.state');
    await close();
  }, 30_000);

  it('are refused where the settings are wrong, a fee has no taker, or the file names them', async () => {
    const { a, close } = await two('refused');
    const wrong = { ...spring, retakes: -1 };
    await expect(a.admin.create(wrong, 'wang')).rejects.toMatchObject({
      code: 'campaign.invalid',
      found: [expect.stringContaining('retakes')]
    });
    const fee = { ...spring, payment: { required: true, amountFen: 1500, when: 'beforeSubmit' } };
    expect(await code(a.admin.create(fee, 'wang'))).toBe('campaign.noProvider');
    const fixed = campaignAdmin({ db: a.db, fixed: true, takesFees: true });
    expect(await code(fixed.create(spring, 'wang'))).toBe('campaign.fixed');
    expect(await code(fixed.step('default', 1, 'close', 'wang'))).toBe('campaign.fixed');
    expect(await code(a.admin.change('nobody', 1, { ...spring, code: 'nobody' }, 'wang'))).toBe(
      'campaign.unknown'
    );
    expect(await code(a.admin.change('default', 1, spring, 'wang'))).toBe('campaign.invalid');
    await close();
  }, 30_000);
});
