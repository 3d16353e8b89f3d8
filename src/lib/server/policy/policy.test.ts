import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPart } from '$lib/api/contracts/campaign';
import { openSqlite } from '../store/sqlite';
import { campaignStore } from '../store/campaigns';
import { parseCampaign, parseCampaignFile, requireProviders } from './parse-campaign';
import { sampleCampaign } from './sample';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'gradframe-policy-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('campaigns', () => {
  it('fill in the operating flow’s own policy', () =>
    expect(parseCampaign(sampleCampaign)).toMatchObject({
      standardisationsPerDay: 3,
      coolDownHours: 24,
      retakes: 2,
      payment: { required: false },
      review: { undoSeconds: 10 }
    }));

  it.each([
    ['c.standard: there is no standard', { standard: 'nobody' }],
    ['c.background: “xinhua” does not allow white', { standard: 'xinhua', background: 'white' }],
    ['c.code', { code: 'no spaces' }],
    ['c.retakes', { retakes: -1 }],
    ['min must be less', { bytes: { min: 40_960, max: 20_480 } }],
    ['c.closes: must be after', { opens: '2026-06-01T00:00:00Z', closes: '2026-05-01T00:00:00Z' }],
    [
      'c.payment.amountFen: a required payment',
      { payment: { required: true, amountFen: 0, when: 'beforeSubmit' } }
    ],
    ['c.name: a text in at least one language', { name: {} }],
    ['c.name', { name: { fr: 'Printemps' } }],
    ['c.', { typo: 1 }]
  ])('say where they are wrong: %s', (message, part) =>
    expect(() => parseCampaign({ ...sampleCampaign, ...part }, 'c')).toThrow(message)
  );

  it('may be named in some of the languages only', () => {
    for (const name of [{ 'zh-CN': '春季' }, { en: 'Spring' }, { 'zh-CN': '春季', en: 'Spring' }])
      expect(parseCampaign({ ...sampleCampaign, name }).name).toEqual(name);
  });

  it('with a fee need a payment provider', () => {
    const fee = parseCampaign({
      ...sampleCampaign,
      payment: { required: true, amountFen: 1500, when: 'beforeSubmit' }
    });
    const free = parseCampaign(sampleCampaign);
    expect(() => requireProviders([free, fee], 0)).toThrow('“default” requires a payment');
    expect(() => requireProviders([fee], 1)).not.toThrow();
    expect(() => requireProviders([free], 0)).not.toThrow();
  });

  it('come from a file, checked', async () => {
    const file = join(folder, 'campaigns.json');
    await expect(parseCampaignFile(file)).rejects.toThrow('ENOENT');
    for (const [content, message] of [
      ['{', 'campaigns file'],
      ['[]', 'at least one'],
      [JSON.stringify([sampleCampaign, sampleCampaign]), '“default” is there twice']
    ] as const) {
      await writeFile(file, content);
      await expect(parseCampaignFile(file)).rejects.toThrow(message);
    }
    await writeFile(file, JSON.stringify([{ ...sampleCampaign, code: '2027A' }]));
    expect((await parseCampaignFile(file)).map(({ code }) => code)).toEqual(['2027A']);
  });

  it('are kept, found by code, and open between their dates', async () => {
    const db = await openSqlite(join(folder, 'policy.db'));
    const campaigns = campaignStore(db, '2027A');
    const one = parseCampaign({
      ...sampleCampaign,
      code: '2027A',
      opens: '2027-03-01T00:00:00Z',
      closes: '2027-04-01T00:00:00Z'
    });
    await campaigns.save(one);
    await campaigns.save({ ...one, retakes: 5 });
    expect(await campaigns.find('default')).toMatchObject({ code: '2027A', retakes: 5 });
    expect(await campaigns.find('other')).toBeNull();
    expect(await campaigns.list()).toHaveLength(1);
    const openAt = (time: string) => campaigns.isOpen(one, new Date(time));
    expect(
      ['2027-02-28T23:59:59Z', '2027-03-01T00:00:00Z', '2027-03-31T23:59:59Z', '2027-04-01T00:00:00Z'].map(
        openAt
      )
    ).toEqual([false, true, true, false]);
    expect(publicPart(one)).not.toHaveProperty('review');
    await db.close();
  });
});
