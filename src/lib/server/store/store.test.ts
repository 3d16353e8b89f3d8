import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../testing/postgres';
import { sampleSubmission as sample } from '../testing/submission';
import { migrations } from './migrations';
import { openDatabase } from './open';
import { numbered } from './postgres';
import type { SqlDatabase } from './sql';
import { submissionStore, type SubmissionStore } from './submissions';

/** One contract for both drivers. */
function contract(kind: SqlDatabase['kind'], address: () => Promise<string>) {
  describe(`the store in ${kind}`, () => {
    let db: SqlDatabase;
    let store: SubmissionStore;
    let where: string;
    beforeAll(async () => {
      where = await address();
      db = await openDatabase(where);
      store = submissionStore(db);
    }, 60_000);
    afterAll(() => db?.close());

    it('is of its kind, and keeps bytes, nulls and numbers as they are', async () => {
      expect(db.kind).toBe(kind);
      const bytes = kind === 'sqlite' ? 'BLOB' : 'BYTEA';
      await db.run(`CREATE TABLE odd (a TEXT, b INTEGER, c ${bytes}, d DOUBLE PRECISION)`);
      await db.run('INSERT INTO odd VALUES (?, ?, ?, ?)', ['it’s “?”', null, new Uint8Array([0, 255]), 1.5]);
      const row = await db.get<{ a: string; b: null; c: Uint8Array; d: number }>(
        "SELECT * FROM odd WHERE a <> '?'"
      );
      expect({ ...row, c: [...new Uint8Array(row!.c)] }).toEqual({
        a: 'it’s “?”',
        b: null,
        c: [0, 255],
        d: 1.5
      });
      expect(await db.get('SELECT COUNT(*) AS n FROM odd')).toEqual({ n: 1 });
      expect(await db.get('SELECT * FROM odd WHERE b = ?', [5])).toBeUndefined();
    });

    it('knows whether a photo of a student is there, until it is withdrawn', async () => {
      const campaign = ['held', '{}', new Date().toISOString()];
      await db.run('INSERT INTO campaign (code, settings, changed_at) VALUES (?, ?, ?)', campaign);
      const submission = sample({ campaign: 'held', studentNumber: '2022310777' });
      expect(await store.holdsPhotoOf('2022310777')).toBe(false);
      await store.add(submission);
      expect(await store.holdsPhotoOf('2022310777')).toBe(true);
      expect(await store.holdsPhotoOf('2022310778')).toBe(false);
      await store.change({ id: submission.id, from: 'received', to: 'withdrawn', who: 'student' });
      expect(await store.holdsPhotoOf('2022310777')).toBe(false);
    });

    it('does all of a transaction or none, alone or beside others', async () => {
      await db.run('CREATE TABLE pair (a INTEGER PRIMARY KEY)');
      const two = (a: number, fail: boolean) =>
        db.transaction(async (sql) => {
          await sql.run('INSERT INTO pair VALUES (?)', [a]);
          await sql.run('INSERT INTO pair VALUES (?)', [a + 1]);
          if (fail) throw new Error('changed my mind');
          return a;
        });
      const answers = await Promise.allSettled([
        two(1, false),
        two(3, true),
        two(5, false),
        two(1, false),
        two(7, true)
      ]);
      expect(answers.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'rejected'
      ]);
      expect(await db.all('SELECT a FROM pair ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }, { a: 5 }, { a: 6 }]);
    });

    it('takes nothing more in once a newer version has changed the schema', async () => {
      const set = (version: number) =>
        kind === 'sqlite'
          ? db.run(`PRAGMA user_version = ${version}`)
          : db.run('UPDATE schema_version SET version = ?', [version]);
      const one = sample();
      await set(migrations.length + 1);
      await expect(store.add(one)).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
      await set(migrations.length);
      expect(await store.add(one)).toEqual({ kind: 'added' });
    });

    it('adds once by id, once by content, and tells which', async () => {
      const one = sample();
      const answers = await Promise.all(Array.from({ length: 10 }, () => store.add(one)));
      expect(answers.filter(({ kind }) => kind === 'added')).toHaveLength(1);
      expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(9);
      expect(await store.find(one.id)).toEqual(one);
      const again = { ...one, id: randomUUID(), keyHash: 'b'.repeat(64) };
      expect(await store.add(again)).toEqual({ kind: 'same', id: one.id });
      expect(await store.find(again.id)).toEqual({ ...one, keyHash: again.keyHash });
      expect(await store.history(one.id)).toMatchObject([
        { who: 'student', from: 'draft', state: 'received' }
      ]);
      expect(await store.refersTo(one.photoSha256)).toBe(true);
      expect(await store.refersTo('f'.repeat(64))).toBe(false);
    });

    it('gives a submission to one reviewer only', async () => {
      const one = sample();
      await store.add(one);
      const names = ['anna', 'bo', 'chen', 'dai', 'en'];
      const got = await Promise.all(
        names.map((name) => store.claim(one.id, `reviewer:${name}`, '2026-01-01T00:00:00.000Z'))
      );
      expect(got.filter(Boolean)).toHaveLength(1);
      const holder = names[got.indexOf(true)]!;
      const other = names.find((name) => name !== holder)!;
      const verdict = { id: one.id, from: 'inReview', to: 'approved' } as const;
      expect(await store.change({ ...verdict, who: `reviewer:${other}` })).toBe(false);
      expect(await store.change({ ...verdict, who: `reviewer:${holder}`, why: 'fine' })).toBe(true);
      expect(await store.change({ ...verdict, who: `reviewer:${holder}` })).toBe(false);
      expect((await store.history(one.id)).map(({ state, why }) => [state, why])).toEqual([
        ['received', ''],
        ['inReview', ''],
        ['approved', 'fine']
      ]);
      expect(() => store.change({ id: one.id, from: 'approved', to: 'withdrawn', who: 'student' })).toThrow(
        RangeError
      );
    });

    it('hands a stale claim on, and returns a claim to the queue', async () => {
      const one = sample({ campaign: 'stale' });
      await store.add(one);
      await store.claim(one.id, 'reviewer:anna', '');
      const later = new Date(Date.now() + 1000).toISOString();
      expect(await store.claim(one.id, 'admin:bo', '')).toBe(false);
      expect(await store.claim(one.id, 'admin:bo', later)).toBe(true);
      expect(await store.claim(one.id, 'admin:bo', '')).toBe(true);
      expect(await store.change({ id: one.id, from: 'inReview', to: 'received', who: 'admin:bo' })).toBe(
        true
      );
      expect(await store.find(one.id)).toMatchObject({ state: 'received', claimedBy: null });
      expect(
        (await store.history(one.id)).map(({ from, state, who, why }) => [from, state, who, why])
      ).toEqual([
        ['draft', 'received', 'student', ''],
        ['received', 'inReview', 'reviewer:anna', ''],
        ['inReview', 'inReview', 'admin:bo', 'takeover'],
        ['inReview', 'received', 'admin:bo', '']
      ]);
    });

    it('renews a claim without a history entry, and undoes a verdict for whom it came from', async () => {
      const one = sample();
      await store.add(one);
      await store.claim(one.id, 'reviewer:anna', '');
      expect(await store.claim(one.id, 'reviewer:anna', '')).toBe(true);
      expect(() =>
        store.change({ id: one.id, from: 'inReview', to: 'rejected', who: 'reviewer:anna' })
      ).toThrow(RangeError);
      expect(() =>
        store.change({
          id: one.id,
          from: 'inReview',
          to: 'rejected',
          who: 'reviewer:anna',
          reasons: ['no.such']
        })
      ).toThrow(RangeError);
      expect(await store.undo(one.id, 'reviewer:anna', 10)).toBe(false);
      await store.change({ id: one.id, from: 'inReview', to: 'approved', who: 'reviewer:anna' });
      expect(await store.undo(one.id, 'admin:bo', 10)).toBe(false);
      expect(await store.undo(one.id, 'admin:anna', 10)).toBe(true);
      expect(await store.find(one.id)).toMatchObject({ state: 'inReview', claimedBy: 'anna', reasons: [] });
      expect((await store.history(one.id)).map(({ state, why }) => [state, why])).toEqual([
        ['received', ''],
        ['inReview', ''],
        ['approved', ''],
        ['inReview', 'undo']
      ]);
    });

    it('never changes or deletes history', async () => {
      const one = sample();
      await store.add(one);
      await expect(db.run("UPDATE history SET who = 'x'")).rejects.toThrow('append only');
      await expect(db.run('DELETE FROM history')).rejects.toThrow('append only');
      expect(await store.history(one.id)).toHaveLength(1);
    });

    it('keeps everything when opened again, and refuses a newer schema', async () => {
      const one = sample();
      await store.add(one);
      const other = await openDatabase(where);
      expect(await submissionStore(other).find(one.id)).toEqual(one);
      await other.close();
      await db.run(
        kind === 'sqlite' ? 'PRAGMA user_version = 999' : 'UPDATE schema_version SET version = 999'
      );
      await expect(openDatabase(where)).rejects.toThrow('newer version');
    });
  });
}

const folder = mkdtemp(join(tmpdir(), 'gradframe-store-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));
contract('sqlite', async () => join(await folder, 'test.db'));

let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
afterAll(() => server?.stop());
contract('postgres', async () => {
  server = await startPostgres();
  return server.address('contract');
});

it('numbers placeholders and leaves quoted text alone', () => {
  expect(numbered("SELECT '?' WHERE a = ? AND b = ? AND c = 'it''s ?'")).toBe(
    "SELECT '?' WHERE a = $1 AND b = $2 AND c = 'it''s ?'"
  );
});
