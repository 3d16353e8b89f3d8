import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publicPart } from '$lib/api/contracts/campaign';
import {
  isSignedBy,
  packProvisioning,
  readProvisioning,
  writeProvisioning
} from '$lib/api/contracts/provisioning';
import { newKioskKey } from '$lib/api/envelope';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { joinKiosk } from './join';
import { provision } from './provision';
import { signed, signingKey } from './signing';

let db: SqlDatabase;
let other: SqlDatabase;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-join-'));
  [db, other] = [await openSqlite(join(folder, 'a.db')), await openSqlite(join(folder, 'b.db'))];
});
afterEach(async () => {
  await db.close();
  await other.close();
  await rm(folder, { recursive: true, force: true });
});

const place = { name: '大厅', idleSeconds: 90, countdownSeconds: 20 };
const made = async (by = db) => (await provision(by, publicPart(parseCampaign(sampleCampaign)), place)).code;
const refused = (code: string, device = randomUUID(), now?: number) =>
  joinKiosk(db, code, device, now).then(
    () => null,
    (error: { code: string }) => error.code
  );

it('is good for one device, which may ask again', async () => {
  const [code, device] = [await made(), randomUUID()];
  expect(await refused(code, device)).toBeNull();
  expect(await refused(code, device)).toBeNull();
  expect(await refused(code)).toBe('kiosk.used');
  const at = await Promise.all(Array.from({ length: 8 }, async () => refused(await made())));
  expect(at).toEqual(Array(8).fill(null));
});

it('goes to one of many devices that ask at once', async () => {
  const code = await made();
  const answers = await Promise.all(Array.from({ length: 8 }, () => refused(code)));
  expect(answers.filter((one) => one === null)).toHaveLength(1);
});

it('ends', async () => {
  expect(await refused(await made(), randomUUID(), Date.now() + 3 * 86_400_000 + 1000)).toBe('kiosk.used');
  expect(await refused(await made(), randomUUID(), Date.now() + 2 * 86_400_000)).toBeNull();
});

it('of another endpoint, or with anything in it changed, is refused by the device and by the endpoint', async () => {
  const code = await made();
  const { code: content, signature } = readProvisioning(code)!;
  const { public: signer } = await signingKey(db);
  expect(await isSignedBy(readProvisioning(code)!, signer)).toBe(true);
  const { id, public: point } = await newKioskKey();
  const foreign = [
    await made(other),
    // Somebody's own key, a longer time, another name under the signature of a true code.
    ...[{ key: { id, public: point } }, { until: '2099-01-01T00:00:00.000Z' }, { name: '图书馆' }].map(
      (changed) => writeProvisioning(packProvisioning({ ...content, ...changed }), signature)
    ),
    writeProvisioning(packProvisioning(content), new Uint8Array(64))
  ];
  for (const one of foreign) {
    expect(await isSignedBy(readProvisioning(one)!, signer), one).toBe(false);
    expect(await refused(one), one).toBe('kiosk.foreign');
  }
  for (const none of ['', 'GFK2.e30', 'GFK3..', `GFK3.${'A'.repeat(90)}`])
    expect(await refused(none)).toBe('kiosk.foreign');
  // Signed here, yet never given out, or sealing to a key that is not the endpoint's.
  const signOwn = async (change: object) => {
    const body = packProvisioning({ ...content, ...change });
    return writeProvisioning(body, signed(await signingKey(db), body));
  };
  expect(await refused(await signOwn({ kiosk: randomUUID() }))).toBe('kiosk.used');
  expect(await refused(await signOwn({ key: { id, public: point } }))).toBe('kiosk.foreign');
});
