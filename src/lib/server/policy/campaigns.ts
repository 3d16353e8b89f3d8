import { isOpen, type Campaign } from '$lib/api/contracts/campaign';
import type { SqlDatabase } from '../store/sql';
import { readCampaign } from './read';

export interface Campaigns {
  /** The campaign of a code; `default` is the default one. Null when there is none. */
  find(code: string): Promise<Campaign | null>;
  list(): Promise<Campaign[]>;
  /** Adds or changes one. */
  save(campaign: Campaign): Promise<void>;
  /** Whether it takes submissions at `now`. */
  isOpen(campaign: Campaign, now?: Date): boolean;
}

/** Campaigns in the database. `defaultCode` is what the code `default` stands for. */
export function campaignStore(db: SqlDatabase, defaultCode: string): Campaigns {
  const read = ({ settings }: { settings: string }) => readCampaign(JSON.parse(settings));
  return {
    async find(code) {
      const row = await db.get<{ settings: string }>('SELECT settings FROM campaign WHERE code = ?', [
        code === 'default' ? defaultCode : code
      ]);
      return row ? read(row) : null;
    },
    async list() {
      return (await db.all<{ settings: string }>('SELECT settings FROM campaign ORDER BY code')).map(read);
    },
    async save(campaign) {
      await db.run(
        `INSERT INTO campaign (code, settings, changed_at) VALUES (?, ?, ?)
         ON CONFLICT (code) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at`,
        [campaign.code, JSON.stringify(campaign), new Date().toISOString()]
      );
    },
    isOpen
  };
}
