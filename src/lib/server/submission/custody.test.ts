import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import { personalData } from '../personal/erase';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import { submissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { startPostgres } from '../testing/postgres';
import { sampleRequest } from '../testing/submission';
import { submissionService } from './service';

const folder = mkdtemp(join(tmpdir(), 'gradframe-custody-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

/** A gate that somebody waits at, and somebody else opens. */
function gate() {
  let open = () => undefined as void;
  let arrive = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return {
    arrived,
    open: () => open(),
    async pass() {
      arrive();
      await opened;
    }
  };
}

describe.each([
  ['sqlite', async () => join(await folder, 'custody.db')],
  ['postgres', async () => (await server).address('custody')]
] as const)('a photo that one process removes while another takes it in, in %s', (kind, address) => {
  /** Two endpoints, each with its own connections and its own view of the folder. */
  async function endpoints() {
    const where = await address();
    const photos = join(await folder, `photos-${kind}`);
    const make = async () => {
      const db = await openDatabase(where);
      const campaigns = campaignStore(db, 'default');
      await campaigns.save(parseCampaign(sampleCampaign));
      return { db, campaigns, store: submissionStore(db), files: await folderFiles(photos) };
    };
    return [await make(), await make()] as const;
  }
  const photo = finishedFile(5);
  const request = async (studentNumber: string) => sampleRequest(await photo, studentNumber);

  it('is there whenever the other was answered', async () => {
    const [a, b] = await endpoints();
    const service = submissionService({ ...b, codes: null });
    // A stores it, fails to add its row, and is held just before it removes the file.
    const removing = gate();
    const heldFiles = {
      ...a.files,
      async remove(sha256: string) {
        await removing.pass();
        await a.files.remove(sha256);
      }
    };
    const failing = { ...a.store, add: () => Promise.reject(new Error('failover')) };
    const failed = submissionService({ ...a, store: failing, files: heldFiles, codes: null })
      .accept(await request('2022310001'))
      .then(
        () => 'taken',
        () => 'failed'
      );
    await removing.arrived;
    const taken = service.accept(await request('2022310002'));
    removing.open();
    expect(await failed).toBe('failed');
    const accepted = (await taken).status.photoSha256;
    expect(await b.files.get(accepted)).toEqual(await photo);

    // B has stored the file and is held before its row; A erases the only other row meanwhile, to the end.
    const adding = gate();
    let held = false;
    const slow = {
      ...b.store,
      add: async (...given: Parameters<typeof b.store.add>) => {
        if (!held) {
          held = true;
          await adding.pass();
        }
        return b.store.add(...given);
      }
    };
    const late = submissionService({ ...b, store: slow, codes: null }).accept(await request('2022310003'));
    await adding.arrived;
    await personalData(a.db, a.store, a.files).eraseStudent('default', '2022310002', 'system');
    expect(await b.files.get(accepted)).toBeNull();
    adding.open();
    await late;
    expect(await b.files.get(accepted)).toEqual(await photo);
    for (const { db } of [a, b]) await db.close();
  }, 30_000);
});
