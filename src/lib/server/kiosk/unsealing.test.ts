import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKioskKey, seal } from '$lib/api/envelope';
import { problems } from '$lib/api/problems';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { kioskKey } from './keys';
import { keysFor } from './unsealing';

let folder: string;
let dbs: SqlDatabase[];
const before = process.env.GRADFRAME_DATA;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-unsealing-'));
  process.env.GRADFRAME_DATA = join(folder);
  dbs = [await openDatabase(join(folder, 'kiosk.db')), await openDatabase(join(folder, 'kiosk.db'))];
});
afterAll(async () => {
  for (const db of dbs) await db.close();
  await rm(folder, { recursive: true, force: true });
  if (before === undefined) delete process.env.GRADFRAME_DATA;
  else process.env.GRADFRAME_DATA = before;
});
const content = new Uint8Array([1, 2, 3]);

it('one endpoint’s key opens at every other, and an unknown one is asked for again later', async () => {
  const key = await kioskKey(dbs[0]!);
  expect(await keysFor(dbs[1]!, await seal(key, content))).toEqual([key]);

  const elsewhere = await newKioskKey();
  const envelope = await seal(elsewhere, content);
  await expect(keysFor(dbs[1]!, envelope)).rejects.toMatchObject({ code: 'kiosk.key' });
  expect(problems['kiosk.key'].retry).toBe(true);
  // Its file is restored: it comes through.
  await writeFile(join(folder, 'kiosk-keys.json'), JSON.stringify([elsewhere]));
  expect(await keysFor(dbs[1]!, envelope)).toEqual([elsewhere]);
  await expect(keysFor(dbs[1]!, content)).rejects.toMatchObject({ code: 'request.malformed' });
});
