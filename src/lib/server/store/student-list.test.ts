import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from './open';
import { startPostgres } from '../testing/postgres';
import { saveList } from './student-list';

const server = startPostgres();
const folder = mkdtemp(join(tmpdir(), 'gradframe-list-'));
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
});

it.each(['sqlite', 'postgres'])('lists that come at once replace one another whole, on %s', async (kind) => {
  const address =
    kind === 'sqlite' ? join(await folder, 'list.db') : await (await server).address('lists_at_once');
  const db = await openDatabase(address);
  const list = (name: string) =>
    Array.from({ length: 20 }, (_, number) => ({
      studentNumber: `20220000${number + 10}`,
      name,
      class: ''
    }));
  await Promise.all(['林', '王', '李', '周', '赵', '陈'].map((name) => saveList(db, 'default', list(name))));
  const names = await db.all<{ name: string; n: number }>(
    'SELECT name, COUNT(*) AS n FROM student GROUP BY name'
  );
  expect(names).toHaveLength(1);
  expect(names[0]!.n).toBe(20);
  await db.close();
});
