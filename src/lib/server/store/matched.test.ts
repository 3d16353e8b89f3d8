import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from './sqlite';
import type { SqlDatabase } from './sql';
import { matchList } from './matched';
import { saveList } from './student-list';

let folder: string;
let db: SqlDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-match-'));
  db = await openSqlite(join(folder, 'test.db'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

it('tells which numbers are listed, and of whom a photo is there', async () => {
  const numbers = ['2022310001', '2022310002', '2022310003', '2022310004'];
  await saveList(
    db,
    'default',
    numbers.map((studentNumber) => ({ studentNumber, name: '林晓', class: '软件1班' }))
  );
  for (const [at, state] of ['received', 'rejected', 'withdrawn'].entries())
    await db.run(
      `INSERT INTO submission (id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes,
         registration, report, campaign, student_number, changed_at)
       VALUES (?, 'k', ?, ?, ?, '2026-05-01T08:00:00.000Z', 'p', 1, '{}', '{}', 'default', ?, '')`,
      [`00000000-0000-4000-8000-00000000000${at}`, String(at), String(at), state, numbers[at]!]
    );
  const { listed, students } = await matchList(db, 'default', [...numbers, '2099999999']);
  expect(listed).toBe(4);
  expect(students.map(({ studentNumber, there }) => [studentNumber, there]).sort()).toEqual([
    ['2022310001', true],
    ['2022310002', false],
    ['2022310003', false],
    ['2022310004', false]
  ]);
  expect(await matchList(db, 'other', numbers)).toEqual({ listed: 0, students: [] });
  expect(await matchList(db, 'default', [])).toEqual({ listed: 4, students: [] });
});
