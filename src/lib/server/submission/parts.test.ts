import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../testing/postgres';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { bodyParts } from '../store/parts';

const folder = mkdtemp(join(tmpdir(), 'gradframe-parts-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const range = (from: number, length: number, total = 4) => ({ from, length, total });
const bytes = (...values: number[]) => Uint8Array.from(values);
const of = (id: string, network = '203.0.113.1') => ({ id, key: `key of ${id}`, type: 'form', network });

describe.each([
  ['sqlite', async () => join(await folder, 'parts.db')],
  ['postgres', async () => (await server).address('parts')]
] as const)('bodies in parts, in %s', (_, address) => {
  let where: string;
  let db: SqlDatabase;
  let other: SqlDatabase;
  beforeAll(async () => {
    where = await address();
    [db, other] = [await openDatabase(where), await openDatabase(where)];
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await other.close();
  });

  it('puts a body together, whichever endpoint is asked, and keeps it until it was taken', async () => {
    const [here, there] = [bodyParts(db), bodyParts(other)];
    const a = of('a');
    expect(await here.add(a, range(0, 0), bytes())).toEqual({ received: 0, whole: null });
    expect(await there.add(a, range(0, 3), bytes(1, 2, 3))).toEqual({ received: 3, whole: null });
    const whole = { received: 4, whole: bytes(1, 2, 3, 4) };
    expect(await here.add(a, range(3, 1), bytes(4))).toEqual(whole);
    expect(await there.add(a, range(0, 0), bytes())).toEqual(whole);
    await there.forget(a);
    expect((await here.add(a, range(0, 0), bytes())).received).toBe(0);
  });

  it('changes nothing for a part that continues nothing, or is another’s', async () => {
    const parts = bodyParts(db);
    const a = of('b');
    expect((await parts.add(a, range(2, 1), bytes(9))).received).toBe(0);
    await parts.add(a, range(0, 2), bytes(1, 2));
    for (const wrong of [range(0, 2), range(1, 1), range(3, 1)])
      expect((await parts.add(a, wrong, bytes(9, 9).slice(0, wrong.length))).received).toBe(2);
    for (const stranger of [
      { ...a, key: 'another' },
      { ...a, id: 'c' },
      { ...a, type: 'other' }
    ])
      expect((await parts.add(stranger, range(2, 2), bytes(9, 9))).received).toBe(0);
    expect((await parts.add(a, range(2, 2), bytes(3, 4))).whole).toEqual(bytes(1, 2, 3, 4));
    // A body of another length is another body.
    expect((await parts.add(a, range(0, 0, 5), bytes())).received).toBe(0);
  });

  it('takes a part that comes twice at once once', async () => {
    const both = await Promise.all(
      [db, other].map((one) => bodyParts(one).add(of('d'), range(0, 2), bytes(1, 2)))
    );
    expect(both.map(({ received }) => received)).toEqual([2, 2]);
    expect((await bodyParts(db).add(of('d'), range(2, 2), bytes(3, 4))).whole).toEqual(bytes(1, 2, 3, 4));
  });

  it('counts what came, of each network by itself, and forgets what waits too long', async () => {
    await db.run('DELETE FROM submission_part');
    let now = Date.UTC(2026, 5, 1);
    const parts = bodyParts(db, { bytes: 60_000, bytesOfOne: 20_000, keepMs: 1000 }, () => now);
    const student = of('student', '198.51.100.1');
    const received = async () => (await parts.add(student, range(0, 0, 9000), bytes())).received;
    await parts.add(student, range(0, 4000, 9000), new Uint8Array(4000));
    for (let i = 0; i < 57; i++) {
      now++;
      await parts.add(of(`junk ${i}`), range(0, 1, 1_000_000), bytes(1));
    }
    expect(await received()).toBe(4000);
    const held = await db.all<{ network: string }>('SELECT DISTINCT body, network FROM submission_part');
    expect(held.length).toBeLessThan(57);
    for (let network = 0; network < 5; network++)
      await parts.add(
        of(`much ${network}`, String(network)),
        range(0, 15_000, 30_000),
        new Uint8Array(15_000)
      );
    expect(await received()).toBe(4000);
    now += 1001;
    expect(await received()).toBe(0);
    await parts.sweep();
    expect(await db.all('SELECT body FROM submission_part')).toEqual([]);
  });

  it('are read by nobody who has not the key', async () => {
    const text = 'the photo of somebody, half of it';
    await bodyParts(db).add(of('e'), range(0, text.length, 100), new TextEncoder().encode(text));
    const rows = JSON.stringify(
      (await db.all<{ sealed: Uint8Array }>('SELECT * FROM submission_part')).map((row) => ({
        ...row,
        sealed: Buffer.from(row.sealed).toString('latin1')
      }))
    );
    expect(rows).not.toContain('somebody');
    expect(rows).not.toContain('203.0.113.1');
    expect(rows).not.toContain('key of e');
    if (db.kind === 'sqlite') expect((await readFile(where)).includes('somebody')).toBe(false);
  });
});
