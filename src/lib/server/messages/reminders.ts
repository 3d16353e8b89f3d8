import { maskName } from '$lib/api/mask';
import { isOpen } from '$lib/api/contracts/campaign';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import { recordAct } from '../store/staff-audit';
import { forgetRemindable, putReminder, remindable, type Remindable } from '../store/reminders';
import type { Sql, SqlDatabase } from '../store/sql';
import { iso, nowMs } from '../time';

const dayMs = 24 * 60 * 60_000;

/**
 * Reminding those who have no photo that stands: rejected and told so, or taken back. Only who asked to be reminded when
 * they left an address has one; everybody else's is gone with the outcome.
 */
export interface Reminders {
  /** How many students would be reminded now; none in a campaign that is not open. */
  due(campaign: string): Promise<number>;
  /**
   * A message each into the outbox, at most one a day and student; it goes into the log.
   *
   * @returns to how many students
   * @throws Refusal `campaign.unknown`, `campaign.closed`
   */
  remind(campaign: string, who: string): Promise<number>;
  /** Forgets addresses that nothing is waited for at any more: another photo stands, or the campaign is over. */
  clear(): Promise<void>;
}

/** Reminders over the database. @param clock ms since 1970 */
export function reminders(db: SqlDatabase, campaigns: Campaigns, clock: () => number = nowMs): Reminders {
  /** Addresses of each student's newest submission, of students not reminded within a day. */
  async function waiting(sql: Sql, campaign: string): Promise<Remindable[][]> {
    const since = iso(clock() - dayMs);
    const students = new Map<string, Remindable[]>();
    for (const row of await remindable(sql, campaign))
      students.set(row.number, [...(students.get(row.number) ?? []), row]);
    return [...students.values()]
      .filter((those) => those.every(({ remindedAt }) => remindedAt === null || remindedAt <= since))
      .map((those) => those.filter(({ submission }) => submission === those[0]!.submission));
  }

  async function opened(code: string) {
    const campaign = await campaigns.get(code);
    if (!campaign) throw new Refusal('campaign.unknown');
    return { campaign, isOpen: isOpen(campaign, new Date(clock())) };
  }

  return {
    async due(code) {
      return (await opened(code)).isOpen ? (await waiting(db, code)).length : 0;
    },
    async remind(code, who) {
      const found = await opened(code);
      if (!found.isOpen) throw new Refusal('campaign.closed');
      return db.transaction(async (sql) => {
        await sql.lock(`reminders ${code}`);
        const students = await waiting(sql, code);
        const at = iso(clock());
        for (const { channel, name } of students.flat())
          await putReminder(sql, channel, { name: maskName(name), until: found.campaign.closes ?? '' }, at);
        await recordAct(sql, { at, who, act: 'students.reminded', subject: `${code}: ${students.length}` });
        return students.length;
      });
    },
    async clear() {
      const over = (await campaigns.list())
        .filter(({ closes }) => closes !== undefined && Date.parse(closes) <= clock())
        .map(({ code }) => code);
      await forgetRemindable(db, over);
    }
  };
}
