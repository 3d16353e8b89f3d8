import { isOpen, type Campaign } from '$lib/api/contracts/campaign';
import type { Sql, SqlDatabase } from './sql';
import { parseCampaign } from '../policy/parse-campaign';
import { iso, nowMs } from '../time';

/** A campaign as it is kept. */
export interface KeptCampaign {
  campaign: Campaign;
  /** One more with each change. */
  revision: number;
  /** Students who name no campaign get this one. */
  first: boolean;
  archived: boolean;
  /** ISO 8601. */
  changedAt: string;
}

export interface Campaigns {
  /** The campaign somebody asks for; `default` is that of students who name none. Null when there is none. */
  find(code: string): Promise<Campaign | null>;
  /** The campaign of exactly this code, as a submission names its own. */
  get(code: string): Promise<Campaign | null>;
  /** Archived ones too: what was sent to them is still kept. */
  list(): Promise<Campaign[]>;
  /** By code, archived ones too. */
  kept(): Promise<KeptCampaign[]>;
  /** When its settings were last changed, ms since 1970; 0 where there is none. */
  changedAt(code: string): Promise<number>;
  /** Adds or changes one; for what the configuration names. */
  save(campaign: Campaign): Promise<void>;
  /** Makes it the one of students who name none. */
  makeFirst(code: string): Promise<void>;
  /** Whether it takes submissions at `now`. */
  isOpen(campaign: Campaign, now?: Date): boolean;
}

interface Row {
  code: string;
  settings: string;
  revision: number;
  is_default: number;
  archived_at: string | null;
  changed_at: string;
}

const columns = 'code, settings, revision, is_default, archived_at, changed_at';
const read = ({ settings }: { settings: string }) => parseCampaign(JSON.parse(settings));
const kept = (row: Row): KeptCampaign => ({
  campaign: read(row),
  revision: row.revision,
  first: row.is_default === 1,
  archived: row.archived_at !== null,
  changedAt: row.changed_at
});

/** Inside a transaction. */
export async function keptCampaign(sql: Sql, code: string): Promise<KeptCampaign | null> {
  const row = await sql.get<Row>(`SELECT ${columns} FROM campaign WHERE code = ?`, [code]);
  return row ? kept(row) : null;
}

/** Inside a transaction: the one of students who name none. */
export async function makeFirst(sql: Sql, code: string): Promise<void> {
  await sql.run('UPDATE campaign SET is_default = CASE WHEN code = ? THEN 1 ELSE 0 END', [code]);
}

/** Adds one; false where its code is taken. */
export async function addCampaign(sql: Sql, campaign: Campaign, at: string): Promise<boolean> {
  const { changes } = await sql.run(
    'INSERT INTO campaign (code, settings, changed_at) VALUES (?, ?, ?) ON CONFLICT (code) DO NOTHING',
    [campaign.code, JSON.stringify(campaign), at]
  );
  return changes > 0;
}

/** Compare and set: false, changing nothing, where its revision is another by now. */
export async function changeCampaign(
  sql: Sql,
  revision: number,
  { campaign, archivedAt, at }: { campaign: Campaign; archivedAt: string | null; at: string }
): Promise<boolean> {
  const { changes } = await sql.run(
    'UPDATE campaign SET settings = ?, archived_at = ?, changed_at = ?, revision = revision + 1 WHERE code = ? AND revision = ?',
    [JSON.stringify(campaign), archivedAt, at, campaign.code, revision]
  );
  return changes > 0;
}

/**
 * Campaigns in the database, read anew each time: what one server changes holds for all others at once.
 *
 * @param defaultCode what the code `default` stands for while nobody has chosen one
 */
export function campaignStore(db: SqlDatabase, defaultCode: string): Campaigns {
  const get = async (code: string) => {
    const row = await db.get<{ settings: string }>('SELECT settings FROM campaign WHERE code = ?', [code]);
    return row ? read(row) : null;
  };
  return {
    get,
    async find(code) {
      if (code !== 'default') return get(code);
      const chosen = await db.get<{ settings: string }>(
        'SELECT settings FROM campaign WHERE is_default = 1 ORDER BY code LIMIT 1'
      );
      return chosen ? read(chosen) : get(defaultCode);
    },
    async list() {
      return (await db.all<{ settings: string }>('SELECT settings FROM campaign ORDER BY code')).map(read);
    },
    async kept() {
      return (await db.all<Row>(`SELECT ${columns} FROM campaign ORDER BY code`)).map(kept);
    },
    async changedAt(code) {
      const row = await db.get<{ changed_at: string }>('SELECT changed_at FROM campaign WHERE code = ?', [
        code
      ]);
      return row ? Date.parse(row.changed_at) : 0;
    },
    async save(campaign) {
      await db.run(
        `INSERT INTO campaign (code, settings, changed_at) VALUES (?, ?, ?)
         ON CONFLICT (code) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at,
           revision = campaign.revision + 1, archived_at = NULL
         WHERE campaign.settings <> excluded.settings OR campaign.archived_at IS NOT NULL`,
        [campaign.code, JSON.stringify(campaign), iso()]
      );
    },
    makeFirst: (code) => db.transaction((sql) => makeFirst(sql, code)),
    isOpen: (campaign, now = new Date(nowMs())) => isOpen(campaign, now)
  };
}
