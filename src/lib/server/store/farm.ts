import type { Sql, Transaction } from './sql';

/** A picture to be finished in one way. `key` is the SHA-256 of both, `picture` the file's, `options` the way's. */
export interface FarmPicture {
  key: string;
  picture: string;
  options: string;
}

/** What a campaign calls a picture; `place` is its place in what was submitted at once. */
export interface FarmEntry {
  campaign: string;
  name: string;
  key: string;
  /** ISO 8601. */
  at: string;
  place: number;
}

/** An entry and how its picture ended: `answer` is JSON, `code` the cause of a dead one. */
export interface FarmResult extends FarmEntry {
  state: 'waiting' | 'done' | 'dead';
  answer: string | null;
  photo: string | null;
  code: string;
}

/** Held while pictures are added or removed: a removed one is not referred to again meanwhile. */
export const farmLock = 'farm';

/** Keeps a way to finish pictures, as JSON, under its id; the same again changes nothing. */
export async function keepOptions(sql: Sql, id: string, options: string): Promise<void> {
  await sql.run('INSERT INTO farm_options (id, options) VALUES (?, ?) ON CONFLICT DO NOTHING', [id, options]);
}

/** What `keepOptions` kept under an id, as JSON; null where there is none. */
export const findOptions = async (sql: Sql, id: string): Promise<string | null> =>
  (await sql.get<{ options: string }>('SELECT options FROM farm_options WHERE id = ?', [id]))?.options ??
  null;

/** Whether it was not there yet: then it waits. */
export async function addPicture(sql: Transaction, picture: FarmPicture, at: string): Promise<boolean> {
  const { changes } = await sql.run(
    `INSERT INTO farm_picture (key, picture, options, state, made_at) VALUES (?, ?, ?, 'waiting', ?)
     ON CONFLICT DO NOTHING`,
    [picture.key, picture.picture, picture.options, at]
  );
  return changes > 0;
}

/** The newest content of a name replaces an older one. */
export async function addEntry(
  sql: Transaction,
  { campaign, name, key, at, place }: FarmEntry
): Promise<void> {
  await sql.run(
    `INSERT INTO farm_entry (campaign, name, key, at, place) VALUES (?, ?, ?, ?, ?) ON CONFLICT (campaign, name)
     DO UPDATE SET key = excluded.key, at = excluded.at, place = excluded.place`,
    [campaign, name, key, at, place]
  );
}

/** The state of a picture; null where there is none of that key. */
export const stateOf = async (sql: Sql, key: string): Promise<FarmResult['state'] | null> =>
  (await sql.get<{ state: FarmResult['state'] }>('SELECT state FROM farm_picture WHERE key = ?', [key]))
    ?.state ?? null;

/** The first answer stands; answers the photo that does. @param photo SHA-256 of the finished file, null without one */
export async function noteDone(
  sql: Transaction,
  key: string,
  answer: string,
  photo: string | null,
  at: string
): Promise<string | null> {
  await sql.run(
    `UPDATE farm_picture SET state = 'done', answer = ?, photo = ?, ended_at = ?, code = ''
     WHERE key = ? AND state <> 'done'`,
    [answer, photo, at, key]
  );
  const kept = await sql.get<{ photo: string | null }>('SELECT photo FROM farm_picture WHERE key = ?', [key]);
  return kept?.photo ?? null;
}

/** Given up, with its cause; one that is done stays so. */
export async function noteDead(sql: Transaction, key: string, code: string, at: string): Promise<void> {
  await sql.run(
    "UPDATE farm_picture SET state = 'dead', code = ?, ended_at = ? WHERE key = ? AND state = 'waiting'",
    [code, at, key]
  );
}

/** Dead ones wait again. @param code only those of this cause */
export const reviveDead = (sql: Transaction, code: string | null): Promise<FarmPicture[]> =>
  sql.all<FarmPicture>(
    `UPDATE farm_picture SET state = 'waiting', code = '', ended_at = NULL
     WHERE state = 'dead' AND (? = '' OR code = ?) RETURNING key, picture, options`,
    [code ?? '', code ?? '']
  );

/** Entries in the order they were submitted, after a place. */
export const entriesAfter = (
  sql: Sql,
  campaign: string,
  after: { at: string; place: number },
  limit: number
): Promise<FarmResult[]> =>
  sql.all<FarmResult>(
    `SELECT entry.campaign, entry.name, entry.key, entry.at, entry.place, state, answer, photo, code
     FROM farm_entry AS entry JOIN farm_picture AS picture ON picture.key = entry.key
     WHERE entry.campaign = ? AND (entry.at, entry.place) > (?, ?) ORDER BY entry.at, entry.place LIMIT ?`,
    [campaign, after.at, after.place, limit]
  );

export interface FarmCounts {
  waiting: number;
  done: number;
  /** By cause. */
  dead: Record<string, number>;
}

/** How many pictures of all campaigns are in each state. */
export async function countPictures(sql: Sql): Promise<FarmCounts> {
  const rows = await sql.all<{ state: FarmResult['state']; code: string; n: number }>(
    'SELECT state, code, COUNT(*) AS n FROM farm_picture GROUP BY state, code'
  );
  const of = (state: FarmResult['state']) => rows.filter((row) => row.state === state);
  const sum = (state: FarmResult['state']) => of(state).reduce((all, { n }) => all + n, 0);
  return {
    waiting: sum('waiting'),
    done: sum('done'),
    dead: Object.fromEntries(of('dead').map(({ code, n }) => [code, n]))
  };
}

/** How many wait; quick among many that are done. */
export const countWaiting = async (sql: Sql): Promise<number> =>
  (await sql.get<{ n: number }>("SELECT COUNT(*) AS n FROM farm_picture WHERE state = 'waiting'"))!.n;

/** Whether any picture has this file as its source. */
export async function isFarmPicture(sql: Sql, picture: string): Promise<boolean> {
  return (
    (await sql.get('SELECT 1 AS one FROM farm_picture WHERE picture = ? LIMIT 1', [picture])) !== undefined
  );
}

/** Whether any picture ended with this photo. */
export async function isFarmPhoto(sql: Sql, photo: string): Promise<boolean> {
  return (await sql.get('SELECT 1 AS one FROM farm_picture WHERE photo = ? LIMIT 1', [photo])) !== undefined;
}

/** What nobody refers to any more, of the store: source pictures and finished photos. */
export interface FarmLeftovers {
  pictures: string[];
  photos: string[];
}

/**
 * Forgets entries from before an instant (ISO 8601), or those of one student, and the pictures that no entry is left
 * of; answers the files that may go.
 */
export async function forgetEntries(
  sql: Transaction,
  which: { before: string; limit: number } | { campaign: string; studentNumber: string }
): Promise<FarmLeftovers & { entries: number }> {
  await sql.lock(farmLock);
  const [where, given] =
    'before' in which
      ? [
          '(campaign, name) IN (SELECT campaign, name FROM farm_entry WHERE at < ? LIMIT ?)',
          [which.before, which.limit]
        ]
      : [
          `campaign = ? AND (name = ? OR name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\')`,
          [which.campaign, which.studentNumber, ...namesOf(which.studentNumber)]
        ];
  const gone = await sql.all<{ key: string }>(`DELETE FROM farm_entry WHERE ${where} RETURNING key`, given);
  const left: FarmLeftovers = { pictures: [], photos: [] };
  for (const key of new Set(gone.map((entry) => entry.key))) {
    if (await sql.get('SELECT 1 AS one FROM farm_entry WHERE key = ? LIMIT 1', [key])) continue;
    const [was] = await sql.all<{ picture: string; photo: string | null }>(
      'DELETE FROM farm_picture WHERE key = ? RETURNING picture, photo',
      [key]
    );
    if (!was) continue;
    if (!(await isFarmPicture(sql, was.picture))) left.pictures.push(was.picture);
    if (was.photo && !(await isFarmPhoto(sql, was.photo))) left.photos.push(was.photo);
  }
  return { ...left, entries: gone.length };
}

/** Patterns of the names that a student's pictures have: the number, also with an addition, below any folder. */
function namesOf(studentNumber: string): string[] {
  const escaped = studentNumber.replace(/[\\%_]/g, '\\$&');
  return [`${escaped}.%`, `%/${escaped}.%`, `%/${escaped}`];
}
