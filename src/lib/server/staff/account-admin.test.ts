import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { startPostgres } from '../testing/postgres';
import { staffAccounts, type StaffAccounts } from './accounts';
import { latestActs } from '../store/staff-audit';
import { accountAdmin, type AccountAdmin } from './account-admin';

const password = 'correct horse 电池';
const address = '192.0.2.1';
/** Dozens of passwords are hashed here. */
const cheap = { N: 2 ** 10, r: 8, p: 1 };
const refused = (code: string) => expect.objectContaining({ code });

function contract(kind: SqlDatabase['kind'], at: () => Promise<string>) {
  describe(`accounts of staff in ${kind}`, () => {
    let db: SqlDatabase;
    let staff: StaffAccounts;
    let accounts: AccountAdmin;
    beforeAll(async () => {
      db = await openDatabase(await at());
      staff = staffAccounts(db, Date.now, cheap);
      accounts = accountAdmin(db, Date.now, cheap);
      for (const name of ['root', 'second']) await staff.create({ name, role: 'admin' }, password, 'command');
    }, 60_000);
    afterAll(() => db?.close());

    it('makes an account whose password must be changed at the first sign-in', async () => {
      const once = await accounts.create({ name: 'anna', role: 'reviewer' }, 'root');
      expect(once).toMatch(/^[a-z2-9]{16}$/);
      await expect(staff.signIn('anna', once, address)).rejects.toEqual(refused('staff.change'));
      await expect(staff.changePassword('anna', once, 'short', address)).rejects.toEqual(
        refused('staff.password')
      );
      await staff.changePassword('anna', once, password, address);
      await expect(staff.signIn('anna', once, address)).rejects.toEqual(refused('staff.wrong'));
      expect(await staff.signIn('anna', password, address)).toHaveLength(43);
      expect(await accounts.list()).toEqual([
        {
          name: 'anna',
          role: 'reviewer',
          locked: false,
          oneTime: false,
          linked: false,
          passkeys: 0,
          campaigns: null
        },
        {
          name: 'root',
          role: 'admin',
          locked: false,
          oneTime: false,
          linked: false,
          passkeys: 0,
          campaigns: null
        },
        {
          name: 'second',
          role: 'admin',
          locked: false,
          oneTime: false,
          linked: false,
          passkeys: 0,
          campaigns: null
        }
      ]);
      await expect(accounts.create({ name: 'anna', role: 'admin' }, 'root')).rejects.toEqual(
        refused('staff.nameTaken')
      );
    });

    it('changes a role at once, also in a session under way', async () => {
      const token = await staff.signIn('anna', password, address);
      await accounts.setRole('anna', 'admin', 'root');
      expect(await staff.session(token)).toMatchObject({ role: 'admin' });
      await accounts.setRole('anna', 'reviewer', 'root');
      expect(await staff.session(token)).toMatchObject({ role: 'reviewer' });
      await expect(accounts.setRole('nobody', 'admin', 'root')).rejects.toEqual(refused('staff.unknown'));
    });

    it('resets a forgotten password, and ends the sessions', async () => {
      const token = await staff.signIn('anna', password, address);
      const once = await accounts.reset('anna', 'root');
      expect(await staff.session(token)).toBeNull();
      await expect(staff.signIn('anna', password, address)).rejects.toEqual(refused('staff.wrong'));
      await expect(staff.signIn('anna', once, address)).rejects.toEqual(refused('staff.change'));
      await expect(accounts.reset('nobody', 'root')).rejects.toEqual(refused('staff.unknown'));
      const kept = JSON.stringify([await db.all('SELECT * FROM staff'), await latestActs(db, 50)]);
      expect(kept).not.toContain(once);
    });

    it('never leaves the unit without an admin, whoever goes first', async () => {
      const both = await Promise.allSettled([
        accounts.setLocked('root', true, 'second'),
        accounts.setRole('second', 'reviewer', 'root')
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [left] = (await accounts.list()).filter(({ role, locked }) => role === 'admin' && !locked);
      await expect(accounts.setLocked(left!.name, true, 'root')).rejects.toEqual(refused('staff.lastAdmin'));
      await expect(accounts.setRole(left!.name, 'reviewer', 'root')).rejects.toEqual(
        refused('staff.lastAdmin')
      );
      await expect(staff.setLocked(left!.name, true, 'command')).rejects.toEqual(refused('staff.lastAdmin'));
      await expect(accounts.setLocked('nobody', true, 'root')).rejects.toEqual(refused('staff.unknown'));
    });

    it('logs every act with it', async () => {
      const acts = await latestActs(db, 100);
      const of = (act: string) =>
        acts.filter((one) => one.act === act).map(({ who, subject }) => [who, subject]);
      expect(of('account.role').slice(-2)).toEqual([
        ['root', 'anna: reviewer'],
        ['root', 'anna: admin']
      ]);
      expect(of('account.reset')).toEqual([['root', 'anna']]);
      expect(of('account.created')).toContainEqual(['root', 'anna']);
    });
  });
}

let folder: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-accounts-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

contract('sqlite', () => Promise.resolve(join(folder, 'accounts.db')));
contract('postgres', () => server.address('accounts'));
