import type { Campaign } from '$lib/api/contracts/campaign';
import { checkCampaign } from '$lib/api/contracts/campaign-check';
import type { CampaignStep } from '$lib/api/contracts/campaign-admin';
import { Refusal } from '../http/problem';
import { recordAct, type CampaignAct } from '../store/staff-audit';
import type { SqlDatabase, Transaction } from '../store/sql';
import { addCampaign, changeCampaign, keptCampaign, makeFirst, type KeptCampaign } from '../store/campaigns';
import { nowMs } from '../time';

/** What an admin does with the unit's campaigns; every change goes into the log with it. */
export interface CampaignAdmin {
  /** @throws Refusal `campaign.fixed`, `campaign.invalid`, `campaign.noProvider`, `campaign.taken` */
  create(input: unknown, who: string): Promise<KeptCampaign>;
  /** @throws Refusal as above, and `campaign.unknown`, `campaign.changed`, `campaign.state` for an archived one */
  change(code: string, revision: number, input: unknown, who: string): Promise<KeptCampaign>;
  /** @throws Refusal `campaign.fixed`, `campaign.unknown`, `campaign.changed`, `campaign.state` */
  step(code: string, revision: number, step: CampaignStep, who: string): Promise<KeptCampaign>;
}

export interface CampaignAdminParts {
  db: SqlDatabase;
  /** Campaigns are set by the configuration's file: nothing is changed here. */
  fixed: boolean;
  /** Somebody takes fees. */
  takesFees: boolean;
  /** ms since 1970. */
  clock?: () => number;
}

const acts: Readonly<Record<CampaignStep, CampaignAct>> = {
  close: 'campaign.closed',
  reopen: 'campaign.reopened',
  archive: 'campaign.archived',
  restore: 'campaign.restored',
  first: 'campaign.first'
};

/** Campaigns made and changed in the console, over the database. */
export function campaignAdmin({ db, fixed, takesFees, clock = nowMs }: CampaignAdminParts): CampaignAdmin {
  const now = () => new Date(clock()).toISOString();

  function checked(input: unknown): Campaign {
    const { campaign, faults } = checkCampaign(input);
    if (!campaign)
      throw new Refusal(
        'campaign.invalid',
        faults.slice(0, 20).map(({ path, message }) => `${path}: ${message}`)
      );
    if (campaign.payment.required && !takesFees) throw new Refusal('campaign.noProvider');
    return campaign;
  }

  /** Compare and set, with its entry in the log. */
  async function write(
    sql: Transaction,
    before: KeptCampaign,
    after: { campaign: Campaign; archivedAt: string | null },
    entry: { who: string; act: CampaignAct; subject: string }
  ): Promise<KeptCampaign> {
    const at = now();
    const { code } = before.campaign;
    if (!(await changeCampaign(sql, before.revision, { ...after, at })))
      throw new Refusal('campaign.changed');
    await recordAct(sql, { at, ...entry });
    return (await keptCampaign(sql, code))!;
  }

  async function held(sql: Transaction, code: string, revision: number): Promise<KeptCampaign> {
    await sql.lock(`campaign ${code}`);
    const kept = await keptCampaign(sql, code);
    if (!kept) throw new Refusal('campaign.unknown');
    if (kept.revision !== revision) throw new Refusal('campaign.changed');
    return kept;
  }

  const requireOwn = () => {
    if (fixed) throw new Refusal('campaign.fixed');
  };

  return {
    async create(input, who) {
      requireOwn();
      const campaign = checked(input);
      return db.transaction(async (sql) => {
        const at = now();
        if (!(await addCampaign(sql, campaign, at))) throw new Refusal('campaign.taken');
        await recordAct(sql, { at, who, act: 'campaign.created', subject: campaign.code });
        return (await keptCampaign(sql, campaign.code))!;
      });
    },
    async change(code, revision, input, who) {
      requireOwn();
      const campaign = checked(input);
      if (campaign.code !== code) throw new Refusal('campaign.invalid', ['code: stays as it is']);
      return db.transaction(async (sql) => {
        const before = await held(sql, code, revision);
        if (before.archived) throw new Refusal('campaign.state');
        const names = changedSettings(before.campaign, campaign);
        if (!names.length) return before;
        const subject = `${code}: ${names.join(', ')}`;
        return write(sql, before, { campaign, archivedAt: null }, { who, act: 'campaign.changed', subject });
      });
    },
    async step(code, revision, step, who) {
      requireOwn();
      return db.transaction(async (sql) => {
        const before = await held(sql, code, revision);
        const after = afterStep(before, step, now());
        if (!after) throw new Refusal('campaign.state');
        if (step === 'first') await makeFirst(sql, code);
        return write(sql, before, after, { who, act: acts[step], subject: code });
      });
    }
  };
}

/** What a step makes of a campaign; null where its state does not allow it. */
function afterStep(
  { campaign, archived, first }: KeptCampaign,
  step: CampaignStep,
  at: string
): { campaign: Campaign; archivedAt: string | null } | null {
  const { opens, closes, ...rest } = campaign;
  const begun = !opens || opens < at;
  const ended = closes !== undefined && Date.parse(closes) <= Date.parse(at);
  if (step === 'restore') return archived ? { campaign, archivedAt: null } : null;
  if (archived) return null;
  if (step === 'close')
    // One that has not begun has no time in which it was open.
    return ended
      ? null
      : { campaign: { ...rest, ...(opens && begun && { opens }), closes: at }, archivedAt: null };
  if (step === 'reopen')
    return ended ? { campaign: { ...rest, ...(opens && { opens }) }, archivedAt: null } : null;
  // Students who name no campaign need one.
  if (step === 'archive') return ended && !first ? { campaign, archivedAt: at } : null;
  return { campaign, archivedAt: null };
}

/** Names of the settings that differ. */
function changedSettings(before: Campaign, after: Campaign): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Campaign>;
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}
