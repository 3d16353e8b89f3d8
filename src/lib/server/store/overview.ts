import type { Overview } from '$lib/api/contracts/overview';
import type { Sql } from './sql';

/** How long review takes is told of the last so many verdicts. */
const timed = 1000;
/** Classes that are shown at most. */
const maxClasses = 2000;
const minuteMs = 60_000;

type Standing = Exclude<keyof Overview['classes'][number], 'name'>;

/** A day of the reader's clock: its date, and its bounds as instants (ISO 8601). */
export interface Span {
  day: string;
  since: string;
  until: string;
}

/** When what waits longest arrived, ISO 8601. */
export async function oldestWaiting(sql: Sql, campaign: string): Promise<string | null> {
  const row = await sql.get<{ at: string }>(
    `SELECT received_at AS at FROM submission WHERE campaign = ? AND state = 'received' AND erased_at IS NULL
     ORDER BY received_at LIMIT 1`,
    [campaign]
  );
  return row?.at ?? null;
}

/** Students by class and by how far they have come; of those who sent something, where there is no list. */
export async function classesOf(sql: Sql, campaign: string): Promise<Pick<Overview, 'classes' | 'listed'>> {
  const listed = await sql.all<{ class: string; standing: Standing; n: number }>(
    'SELECT class, standing, COUNT(*) AS n FROM student WHERE campaign = ? GROUP BY class, standing',
    [campaign]
  );
  const rows = listed.length
    ? listed
    : await sql.all<{ class: string; standing: Standing; n: number }>(
        `SELECT class, state AS standing, COUNT(*) AS n FROM submission
         WHERE campaign = ? AND state <> 'withdrawn' AND erased_at IS NULL GROUP BY state, class`,
        [campaign]
      );
  const classes = new Map<string, Overview['classes'][number]>();
  for (const { class: name, standing, n } of rows) {
    const one = classes.get(name) ?? { name, none: 0, received: 0, inReview: 0, rejected: 0, approved: 0 };
    one[standing] += n;
    classes.set(name, one);
  }
  const sorted = [...classes.values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'zh-CN', { numeric: true })
  );
  return { classes: sorted.slice(0, maxClasses), listed: listed.reduce((sum, { n }) => sum + n, 0) };
}

/** What came, and what was decided, on each day. */
export async function daysOf(sql: Sql, campaign: string, spans: readonly Span[]): Promise<Overview['days']> {
  const values = spans.map(() => '(?, ?, ?)').join(', ');
  const came = ['received', 'inReview', 'approved', 'rejected', 'withdrawn']
    .map(
      (
        state
      ) => `(SELECT COUNT(*) FROM submission WHERE campaign = ? AND state = '${state}' AND erased_at IS NULL
        AND received_at >= span.since AND received_at < span.until)`
    )
    .join(' + ');
  const decided = (state: string) => `(SELECT COUNT(*) FROM submission WHERE campaign = ?
    AND state IN ('approved', 'rejected') AND erased_at IS NULL AND state = '${state}'
    AND changed_at >= span.since AND changed_at < span.until)`;
  return sql.all<Overview['days'][number]>(
    `WITH span (day, since, until) AS (VALUES ${values})
     SELECT day, ${came} AS received, ${decided('approved')} AS approved, ${decided('rejected')} AS rejected
     FROM span ORDER BY day`,
    [...spans.flatMap(({ day, since, until }) => [day, since, until]), ...Array<string>(7).fill(campaign)]
  );
}

/** Reasons that reviewers gave, and rules that had warned, of what stands rejected; the most frequent first. */
export async function refusedFor(sql: Sql, campaign: string): Promise<Pick<Overview, 'reasons' | 'rules'>> {
  const rows = await sql.all<{ reasons: string; warned: string; n: number }>(
    `SELECT reasons, warned, COUNT(*) AS n FROM submission
     WHERE campaign = ? AND state = 'rejected' AND erased_at IS NULL GROUP BY reasons, warned`,
    [campaign]
  );
  const reasons = new Map<string, number>();
  const rules = new Map<string, number>();
  for (const { reasons: given, warned, n } of rows) {
    for (const id of JSON.parse(given) as string[]) reasons.set(id, (reasons.get(id) ?? 0) + n);
    for (const id of warned.split(' ').filter(Boolean)) rules.set(id, (rules.get(id) ?? 0) + n);
  }
  const most = (of: Map<string, number>) =>
    [...of].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return { reasons: most(reasons), rules: most(rules) };
}

/** From arrival to verdict, minutes, of the last verdicts. */
export async function pace(sql: Sql, campaign: string): Promise<Overview['review']> {
  const rows = await sql.all<{ received_at: string; changed_at: string }>(
    `SELECT received_at, changed_at FROM submission
     WHERE campaign = ? AND state IN ('approved', 'rejected') AND erased_at IS NULL
     ORDER BY changed_at DESC LIMIT ${timed}`,
    [campaign]
  );
  if (!rows.length) return null;
  const minutes = rows
    .map(({ received_at: from, changed_at: to }) => (Date.parse(to) - Date.parse(from)) / minuteMs)
    .sort((a, b) => a - b);
  const at = (share: number) => Math.max(0, minutes[Math.ceil(share * minutes.length) - 1]!);
  return { verdicts: rows.length, medianMinutes: at(0.5), p90Minutes: at(0.9) };
}
