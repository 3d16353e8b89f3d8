import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import { submissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { sampleRequest } from '../testing/submission';
import { submissionService } from './service';

const folder = mkdtemp(join(tmpdir(), 'gradframe-late-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));

const hour = 3_600_000;
const day = 24 * hour;

it('what a kiosk sealed while the campaign was open is taken in after its close, and told to the reviewer', async () => {
  const where = await folder;
  const db = await openDatabase(join(where, 'late.db'));
  const campaigns = campaignStore(db, 'default');
  const closes = new Date(Date.now() - 2 * hour).toISOString();
  const opens = new Date(Date.now() - 5 * day).toISOString();
  await campaigns.save(parseCampaign({ ...sampleCampaign, opens, closes }));
  const store = submissionStore(db);
  const files = await folderFiles(join(where, 'photos'));
  const service = submissionService({ db, campaigns, store, files, codes: null } as Parameters<
    typeof submissionService
  >[0]);
  let number = 2022310000;
  const sent = async (sealedAt?: number) => ({
    ...sampleRequest(await finishedFile(number), String(++number)),
    ...(sealedAt !== undefined && { sealedAt })
  });

  const inTime = await sent(Date.now() - 3 * hour);
  expect((await service.accept(inTime)).created).toBe(true);
  const [row] = await db.all<{ note: string }>(
    "SELECT why AS note FROM history WHERE submission_id = ? AND from_state = 'draft'",
    [inTime.id]
  );
  expect(row!.note).toBe('kiosk: after the close');

  const closed = { code: 'campaign.closed' };
  // Sent by a student now; sealed after the close; sealed before it opened; by a clock that is ahead.
  for (const sealedAt of [undefined, Date.now() - hour, Date.now() - 6 * day, Date.now() + hour])
    await expect(service.accept(await sent(sealedAt)), String(sealedAt)).rejects.toMatchObject(closed);
  await db.close();
});
