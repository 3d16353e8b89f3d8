import type { Campaign } from '$lib/api/contracts/campaign';
import { dropEnrolment } from './enrolment';
import type { SqlDatabase } from './sql';
import { dropUnusedAccounts, eraseNumber, type Student } from './student-rest';
import { iso } from '../time';

const dayMs = 24 * 60 * 60 * 1000;
/** An account that was bound to nothing for so long is nobody's. */
const unusedAccountMs = 30 * dayMs;
/** Longer than any cool-down: photos counted before this count for nothing. */
const countedMs = 30 * dayMs;
/** Enrolment photos are for the review alone: so long after the close it is over. */
const comparedMs = 30 * dayMs;
const batch = 500;

/** Without a submission of the number that stands. */
const alone = (
  table: string
) => `NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.campaign = ${table}.campaign
  AND s.student_number = ${table}.student_number AND s.erased_at IS NULL)`;

/**
 * What a campaign keeps beside its submissions: orders and accounts of students who never sent a photo, and the unit's
 * list once the campaign has been closed for as long.
 *
 * @param cutoff what was made before this instant (ISO 8601) goes
 * @returns how many students and lines of the list
 */
export async function eraseRest(
  db: SqlDatabase,
  { code, closes }: Pick<Campaign, 'code' | 'closes'>,
  cutoff: string
): Promise<number> {
  const students = await db.all<{ number: string }>(
    `SELECT student_number AS number FROM payment_order WHERE campaign = ? AND created_at < ?
       AND student_number <> id AND state NOT IN ('ordered', 'pending', 'refunding') AND ${alone('payment_order')}
     UNION SELECT student_number FROM account_registration WHERE campaign = ? AND made_at < ?
       AND ${alone('account_registration')} LIMIT ${batch}`,
    [code, cutoff, code, cutoff]
  );
  for (const { number: studentNumber } of students) {
    const student: Student = { campaign: code, studentNumber };
    await db.transaction((sql) => eraseNumber(sql, student));
  }
  const over = closes !== undefined && Date.parse(closes) < Date.parse(cutoff);
  const listed = over ? await db.run('DELETE FROM student WHERE campaign = ?', [code]) : { changes: 0 };
  return students.length + listed.changes;
}

/**
 * Enrolment photos that nobody compares any more, their files with the next sweep: all of a campaign that has been closed
 * for some weeks while nothing waits for review, and those of numbers that are neither on its list nor have a submission.
 *
 * @returns how many
 */
export async function eraseEnrolment(
  db: SqlDatabase,
  { code, closes }: Pick<Campaign, 'code' | 'closes'>,
  now: number
): Promise<number> {
  const compared = await db.get(
    `SELECT 1 AS one FROM submission WHERE campaign = ? AND state IN ('received', 'inReview')
       AND erased_at IS NULL LIMIT 1`,
    [code]
  );
  const done = !compared && closes !== undefined && Date.parse(closes) + comparedMs < now;
  const unused = `${alone('enrolment_photo')} AND NOT EXISTS (SELECT 1 FROM student
    WHERE student.campaign = enrolment_photo.campaign AND student.student_number = enrolment_photo.student_number)`;
  const where = `campaign = ? ${done ? '' : `AND ${unused}`}`;
  return (await db.transaction((sql) => dropEnrolment(sql, where, [code]))).length;
}

/**
 * What says nothing any more: photos counted long ago, accounts of nobody, sessions that ended, messages whose address is
 * gone.
 *
 * @returns how many, but for the counted ones
 */
export async function eraseEnded(db: SqlDatabase, now: number): Promise<number> {
  await db.run('DELETE FROM standardisation WHERE at < ?', [iso(now - countedMs)]);
  const [sessions, staffSessions, messages] = [
    await db.run('DELETE FROM student_session WHERE ends_at <= ?', [iso(now)]),
    await db.run('DELETE FROM staff_session WHERE seen_at < ?', [iso(now - dayMs)]),
    await db.run(
      `UPDATE message SET state = 'failed', parameters = '{}', ended_at = ?, why = 'gone' WHERE state = 'waiting'
         AND NOT EXISTS (SELECT 1 FROM message_channel WHERE id = message.channel_id)`,
      [iso(now)]
    )
  ];
  const accounts = await db.transaction((sql) =>
    dropUnusedAccounts(sql, iso(now - unusedAccountMs), iso(now))
  );
  return sessions.changes + staffSessions.changes + messages.changes + accounts;
}
