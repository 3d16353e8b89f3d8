import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { keyedHash } from './keyed';
import type { Sql, SqlDatabase } from './sql';
import type { BodyRange } from '../submission/range';
import { iso, nowMs } from '../time';

/** Whose body it is. */
export interface BodyOwner {
  id: string;
  /** Of the submission: nobody continues, asks about, or reads what somebody else began. */
  key: string;
  /** Content type, with the form's boundary. */
  type: string;
  /** The network it comes from; see `networksOf`. */
  network: string;
}

/** Beginnings of bodies that come in parts, kept in the database: whichever endpoint is asked goes on with them. */
export interface Parts {
  /**
   * Adds a part where it continues what is there; any other changes nothing.
   *
   * @returns how many bytes are there, and the body once that is all
   */
  add(
    of: BodyOwner,
    range: BodyRange,
    bytes: Uint8Array
  ): Promise<{ received: number; whole: Uint8Array<ArrayBuffer> | null }>;
  /** Once the body has been taken. */
  forget(of: BodyOwner): Promise<void>;
  /** Removes what waits no longer. */
  sweep(): Promise<void>;
}

export interface PartsLimits {
  /** Of all bodies together, and of those of one network, bytes. */
  bytes: number;
  bytesOfOne: number;
  /** How long a body waits for its next part, ms. */
  keepMs: number;
}
const MB = 1024 * 1024;
const usual: PartsLimits = { bytes: 64 * MB, bytesOfOne: 16 * MB, keepMs: 15 * 60_000 };

/** What a row takes beside its bytes, so that many small ones count for what they are. */
const rowBytes = 512;
const cost = `SUM(length + ${rowBytes})`;

/** @param clock ms since 1970 */
export function bodyParts(db: SqlDatabase, limits = usual, clock: () => number = nowMs): Parts {
  const sweep = (sql: Sql) =>
    sql.run('DELETE FROM submission_part WHERE at < ?', [iso(clock() - limits.keepMs)]);
  const drop = (sql: Sql, body: string) => sql.run('DELETE FROM submission_part WHERE body = ?', [body]);

  /** The body that waited longest of a network goes first; of whichever holds most, where there is no room at all. */
  async function makeRoom(sql: Sql, body: string, network: string, wanted: number): Promise<void> {
    for (;;) {
      const held = await sql.all<{ network: string; bytes: number }>(
        `SELECT network, ${cost} AS bytes FROM submission_part GROUP BY network ORDER BY bytes DESC`
      );
      const own = held.find((one) => one.network === network)?.bytes ?? 0;
      const all = held.reduce((sum, { bytes }) => sum + bytes, 0);
      const from =
        own + wanted > limits.bytesOfOne ? network : all + wanted > limits.bytes ? held[0]?.network : null;
      if (from === null || from === undefined) return;
      const oldest = await sql.get<{ body: string }>(
        `SELECT body FROM submission_part WHERE network = ? AND body <> ? GROUP BY body ORDER BY MAX(at) LIMIT 1`,
        [from, body]
      );
      if (!oldest) return;
      await drop(sql, oldest.body);
    }
  }

  return {
    add: (of, { from, length, total }, added) =>
      db.transaction(async (sql) => {
        const body = bodyOf(of);
        const network = await keyedHash(sql, 'networks', of.network);
        await sweep(sql);
        await sql.run('DELETE FROM submission_part WHERE body = ? AND total <> ?', [body, total]);
        const there = await receivedOf(sql, body);
        if (from === there && length > 0) {
          await makeRoom(sql, body, network, length + rowBytes);
          // A part that came by two endpoints at once is there once.
          await sql.run(
            `INSERT INTO submission_part (body, place, length, total, network, at, sealed)
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
            [body, from, length, total, network, iso(clock()), seal(of, from, added)]
          );
          await sql.run('UPDATE submission_part SET at = ? WHERE body = ?', [iso(clock()), body]);
        }
        const received = await receivedOf(sql, body);
        return { received, whole: received === total ? await wholeOf(sql, of, body) : null };
      }),
    async forget(of) {
      await drop(db, bodyOf(of));
    },
    async sweep() {
      await sweep(db);
    }
  };
}

/** Neither key nor address is kept. */
const bodyOf = ({ id, key, type }: BodyOwner) =>
  createHash('sha256').update(`${id} ${key} ${type}`).digest('base64url');

/** Bytes that are there from the first on: each part began where the one before it ended. */
async function receivedOf(sql: Sql, body: string): Promise<number> {
  const row = await sql.get<{ n: number | null }>(
    'SELECT CAST(SUM(length) AS INTEGER) AS n FROM submission_part WHERE body = ?',
    [body]
  );
  return row?.n ?? 0;
}

async function wholeOf(sql: Sql, of: BodyOwner, body: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await sql.all<{ place: number; sealed: Uint8Array }>(
    'SELECT place, sealed FROM submission_part WHERE body = ? ORDER BY place',
    [body]
  );
  return new Uint8Array(
    Buffer.concat(rows.map(({ place, sealed }) => unseal(of, place, Buffer.from(sealed))))
  );
}

const ivBytes = 12;
const tagBytes = 16;
/** Only who holds the submission's key can read its parts: AES-256-GCM, each bound to its place. */
const cipherKey = ({ id, key }: BodyOwner) => createHash('sha256').update(`part ${id} ${key}`).digest();

function seal(of: BodyOwner, place: number, bytes: Uint8Array): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', cipherKey(of), iv).setAAD(Buffer.from(String(place)));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unseal(of: BodyOwner, place: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(of), sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(String(place)))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]);
}
