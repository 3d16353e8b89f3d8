import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../testing/postgres';
import { openDatabase } from '../open';
import { submissionStore } from '../submissions';
import { migrations } from './index';

const folder = mkdtemp(join(tmpdir(), 'gradframe-migrations-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const id = '00000000-0000-4000-8000-000000000001';
const at = '2026-05-01T08:00:00.000Z';

const versions = migrations.map((_, index) => index + 1);
/** Each step is the same statements at both; where it starts is asked at every fifth, and at the latest, of PostgreSQL. */
const some = versions.filter((version) => version % 5 === 1 || version > versions.length - 3);

describe.each([
  ['sqlite', versions, async (name: string) => join(await folder, `${name}.db`)],
  [
    'postgres',
    process.env.GRADFRAME_LONG ? versions : some,
    async (name: string) => (await server).address(name)
  ]
] as const)('the schema in %s', (_, from, address) => {
  it.each(from)(
    'comes from version %i to the newest with everything in it',
    async (version) => {
      const where = await address(`from_${version}`);
      const old = await openDatabase(where, migrations.slice(0, version));
      // The columns that the first version had; later ones have a default.
      await old.run(
        `INSERT INTO submission (id, key_hash, content_hash, state, received_at, photo_sha256, photo_bytes, registration, report)
         VALUES (?, 'k', 'c', 'received', ?, 'p', 30000, '{}', '{}')`,
        [id, at]
      );
      await old.run(
        "INSERT INTO history (submission_id, at, who, state) VALUES (?, ?, 'student', 'received')",
        [id, at]
      );
      await old.close();

      const db = await openDatabase(where);
      const store = submissionStore(db);
      expect(await store.find(id)).toMatchObject({
        id,
        receivedAt: at,
        photoBytes: 30_000,
        campaign: 'default'
      });
      expect(await store.history(id)).toMatchObject([
        { at, who: 'student', from: 'draft', state: 'received' }
      ]);
      expect(await store.claim(id, 'reviewer:anna', '')).toBe(true);
      await expect(db.run('DELETE FROM history')).rejects.toThrow('append only');
      await db.close();
      await (await openDatabase(where)).close();
    },
    60_000
  );
});
