import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { campusOidc } from '../testing/campus';
import { followRedirects } from '../testing/follow-redirects';
import { staffAccounts, type StaffAccounts } from './accounts';
import { identityOf, staffOidc } from './oidc';

const redirect = 'https://photo.example.edu.cn/review/sign-in/sso/callback';
const refused = (code: string) => expect.objectContaining({ code });

let folder: string;
let db: SqlDatabase;
let staff: StaffAccounts;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-staff-oidc-'));
  db = await openSqlite(join(folder, 'test.db'));
  staff = staffAccounts(db);
  for (const name of ['anna', 'bo'])
    await staff.create({ name, role: 'reviewer' }, 'correct horse 电池', 'command');
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** Signs `who` in at a real provider, and answers the claim. */
async function claimOf(who: string, claim?: string): Promise<string> {
  const { url, stop } = await campusOidc(redirect, who);
  try {
    const [oidc] = staffOidc({
      GRADFRAME_STAFF_OIDC_ISSUER: url,
      GRADFRAME_STAFF_OIDC_CLIENT: 'gradframe',
      GRADFRAME_STAFF_OIDC_SECRET: 'secret',
      GRADFRAME_STAFF_OIDC_CLAIM: claim
    }).on;
    const { url: address, secrets } = await oidc!.start(redirect);
    return identityOf((await oidc!.finish(await followRedirects(address, redirect), secrets)).value);
  } finally {
    stop();
  }
}

it('lets in whom the provider names, when there is such an account, with the role it has here', async () => {
  const claim = await claimOf('T-1001');
  expect(claim).toBe('T-1001');
  await expect(staff.enter(claim)).rejects.toEqual(refused('staff.wrong'));
  await staff.link('anna', claim, 'command');
  const token = await staff.enter(claim);
  expect(await staff.session(token)).toEqual({ name: 'anna', role: 'reviewer' });
  const other = await staff.enter(claim, token);
  expect(await staff.session(token)).toBeNull();
  await staff
    .setLocked('anna', true, 'command')
    .catch((error: unknown) => expect(error).toEqual(refused('staff.lastAdmin')));
  await staff.create({ name: 'root', role: 'admin' }, 'correct horse 电池', 'command');
  await staff.setLocked('anna', true, 'root');
  expect(await staff.session(other)).toBeNull();
  await expect(staff.enter(claim)).rejects.toEqual(refused('staff.wrong'));
});

it('goes by a verified address where it is told to, and ties it to one account', async () => {
  const claim = await claimOf('Anna', 'email');
  expect(claim).toBe('anna@campus.example');
  await staff.link('anna', identityOf('Anna@Campus.Example'), 'command');
  expect(await staff.session(await staff.enter(claim))).toMatchObject({ name: 'anna' });
  await expect(staff.link('bo', claim, 'command')).rejects.toEqual(refused('staff.nameTaken'));
  await expect(staff.link('nobody', 'x', 'command')).rejects.toEqual(refused('staff.unknown'));
  await expect(claimOf('unverified-anna', 'email')).rejects.toMatchObject({ failure: 'failed' });
});

it('is off without its settings, and refuses wrong ones', () => {
  expect(staffOidc({}).off).toMatchObject([
    { id: 'oidc', wants: expect.arrayContaining(['GRADFRAME_STAFF_OIDC_SECRET']) }
  ]);
  const settings = {
    GRADFRAME_STAFF_OIDC_ISSUER: 'http://campus.example',
    GRADFRAME_STAFF_OIDC_CLIENT: 'c',
    GRADFRAME_STAFF_OIDC_SECRET: 's'
  };
  expect(() => staffOidc(settings)).toThrow('https');
  const issuer = 'https://campus.example';
  expect(() =>
    staffOidc({ ...settings, GRADFRAME_STAFF_OIDC_ISSUER: issuer, GRADFRAME_STAFF_OIDC_CLAIM: 'name' })
  ).toThrow('sub or email');
});
