import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPart, type Campaign } from '$lib/api/contracts/campaign';
import { resolveStandard } from '$workers/standard/resolve';
import { NodeStudio } from '../../../../workers/studio/node-studio';
import { validatePhoto } from '../photo/validate';
import { openSqlite } from '../store/sqlite';
import { finishedFile, finishedPhoto, jpegFile } from '../testing/photo';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from './parse-campaign';
import { sampleCampaign } from './sample';

let folder: string;
let studio: NodeStudio;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-own-'));
  studio = await NodeStudio.open({ width: 480, height: 640 });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The example of CONTRIBUTING.md. */
async function example(): Promise<unknown> {
  const text = await readFile(new URL('../../../../CONTRIBUTING.md', import.meta.url), 'utf8');
  const [, section] = text.split('## Add a photo standard');
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(section!)![1]!);
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code
  );

describe('a campaign with a standard of its own', () => {
  let campaign: Campaign;
  beforeAll(async () => {
    const [first] = (await example()) as unknown[];
    campaign = parseCampaign(first);
  });

  it('is kept whole, and served to students', async () => {
    const db = await openSqlite(join(folder, 'own.db'));
    const campaigns = campaignStore(db, campaign.code);
    await campaigns.save(campaign);
    const kept = await campaigns.find('default');
    expect(kept).toEqual(campaign);
    const served = JSON.parse(JSON.stringify(publicPart(kept!))) as Campaign;
    expect(resolveStandard(served)).toEqual(resolveStandard(campaign));
    expect(resolveStandard(served)).toMatchObject({ id: 'our-card', width: 413, height: 531 });
    await db.close();
  });

  it('takes photos of that size and no others', async () => {
    const standard = resolveStandard(campaign);
    const { answer } = await studio.shoot(standard);
    expect(answer.finishedReport!.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(await code(validatePhoto(answer.photo!.jpeg, standard))).toBeNull();
    expect(await code(validatePhoto(await finishedFile(), standard))).toBe('photo.size');
    const large = await jpegFile(finishedPhoto({ width: 413, height: 531, grain: 60 }), { quality: 98 });
    expect(await code(validatePhoto(large, standard))).toBe('photo.bytes');
  });
});

it('a campaign’s own bytes reach the encoder: its photos are taken', async () => {
  const campaign = parseCampaign({ ...sampleCampaign, bytes: { min: 10 * 1024, max: 18 * 1024 } });
  const standard = resolveStandard(campaign);
  const { answer } = await studio.shoot(standard);
  expect(answer.photo!.jpeg.length).toBeLessThanOrEqual(18 * 1024);
  expect(await code(validatePhoto(answer.photo!.jpeg, standard))).toBeNull();
  // The standard's own 20–40 KB hold no longer.
  expect(await code(validatePhoto(answer.photo!.jpeg, resolveStandard()))).toBe('photo.bytes');
});
