import type { Campaign } from '$lib/api/contracts/campaign';
import type { CodeResolver } from '../codes/resolver';
import type { PhotoFiles } from '../files/files';
import type { Campaigns } from '../store/campaigns';
import type { QuotaBook } from '../policy/quota';
import type { Sql } from '../store/sql';
import type { SubmissionStore } from '../store/submissions';

/** What the submission service is made of. */
export interface SubmissionParts {
  store: SubmissionStore;
  files: PhotoFiles;
  campaigns: Campaigns;
  codes: CodeResolver | null;
  /** Whether a campaign's fee is paid; left out where there are none. */
  fee?: { settled(campaign: Campaign, studentNumber: string, sql?: Sql): Promise<boolean> };
  /** Counts finished photos; left out where they are not. */
  quota?: QuotaBook;
}
