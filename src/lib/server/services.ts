import { envelopeResolver, type CodeResolver } from './codes/resolver';
import { campaignFile, codeKeys, databaseAddress, photoFolder } from './config';
import type { PhotoFiles } from './files/files';
import { folderFiles } from './files/folder';
import { campaignStore, type Campaigns } from './policy/campaigns';
import { readCampaign, readCampaignFile, requireProviders } from './policy/read';
import { sampleCampaign } from './policy/sample';
import { openDatabase } from './store/open';
import type { SqlDatabase } from './store/sql';
import { submissionStore, type SubmissionStore } from './store/submissions';
import { submissionService, type SubmissionService } from './submission/service';

export interface Services {
  db: SqlDatabase;
  files: PhotoFiles;
  campaigns: Campaigns;
  store: SubmissionStore;
  submissions: SubmissionService;
  /** Null where this unit reads no encrypted codes. */
  codes: CodeResolver | null;
}

let starting: Promise<Services> | undefined;

/** Everything the routes call, started once; a failed start is forgotten. */
export function services(): Promise<Services> {
  starting ??= start().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start(): Promise<Services> {
  const keys = codeKeys();
  const codes = keys.size ? envelopeResolver(keys) : null;
  const file = campaignFile();
  const configured = file ? await readCampaignFile(file) : [readCampaign(sampleCampaign)];
  const files = await folderFiles(photoFolder());
  const db = await openDatabase(databaseAddress());
  try {
    const campaigns = campaignStore(db, configured[0]!.code);
    for (const campaign of configured)
      // The file is the truth for what it names; the sample never overwrites what is there.
      if (file || !(await campaigns.find(campaign.code))) await campaigns.save(campaign);
    requireProviders(await campaigns.list(), 0);
    const store = submissionStore(db);
    const submissions = submissionService({ store, files, campaigns, codes });
    return { db, files, campaigns, store, codes, submissions };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Closes the database; called when the server ends. */
export async function stopServices(): Promise<void> {
  const running = await starting?.catch(() => undefined);
  starting = undefined;
  await running?.db.close();
}
