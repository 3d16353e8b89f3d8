import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { authenticator } from '../testing/authenticator';
import { startPostgres } from '../testing/postgres';
import { staffAccounts, type StaffAccounts } from './accounts';
import { latestActs } from '../store/staff-audit';
import { accountAdmin } from './account-admin';
import { changeMs, staffPasskeys, type StaffPasskeys } from './passkeys';

const password = 'correct horse 电池';
const address = '192.0.2.1';
const cheap = { N: 2 ** 10, r: 8, p: 1 };
const site = { id: 'photo.example.edu.cn', origin: 'https://photo.example.edu.cn' };
const refused = (code: string) => expect.objectContaining({ code });

function contract(kind: SqlDatabase['kind'], at: () => Promise<string>) {
  describe(`passkeys of staff in ${kind}`, () => {
    let db: SqlDatabase;
    let staff: StaffAccounts;
    let own: StaffPasskeys;
    let now: number;
    let count = 0;
    let name: string;

    beforeAll(async () => {
      db = await openDatabase(await at());
      staff = staffAccounts(db, () => now, cheap, true);
      own = staffPasskeys(db, true, () => now);
    }, 60_000);
    beforeEach(async () => {
      now = Date.now() + count * 60_000;
      name = `admin${++count}`;
      await staff.create({ name, role: 'admin' }, password, 'command');
    });
    afterAll(() => db?.close());

    const signIn = () => staff.signIn(name, password, address);
    async function add(token: string, device = authenticator(site), label = '办公室电脑') {
      const { challenge } = await own.create(site, token, name);
      await own.created(site, token, { name, label, challenge, response: device.make(challenge) });
      return device;
    }
    async function show(device: ReturnType<typeof authenticator>) {
      const { challenge } = await own.use(site);
      return own.used(site, challenge, device.show(challenge), { address });
    }

    it('an admin’s session does nothing else until one is added, and not without it after that', async () => {
      const token = await signIn();
      expect(await staff.session(token)).toEqual({ name, role: 'admin', needs: 'add' });
      const device = await add(token);
      expect(await staff.session(token)).toEqual({ name, role: 'admin' });
      expect(await own.list(name)).toEqual([
        { id: device.id, label: '办公室电脑', madeAt: new Date(now).toISOString(), usedAt: null }
      ]);
      // A password that somebody else learned opens nothing, and adds no passkey of theirs.
      const stolen = await signIn();
      expect(await staff.session(stolen)).toMatchObject({ needs: 'use' });
      await expect(add(stolen)).rejects.toEqual(refused('staff.passkeyNeeded'));
      await expect(own.remove(stolen, name, device.id)).rejects.toEqual(refused('staff.passkeyNeeded'));
      const shown = await show(device);
      expect(shown.name).toBe(name);
      expect(await staff.session(shown.token)).toEqual({ name, role: 'admin' });
      expect((await own.list(name))[0]!.usedAt).toBe(new Date(now).toISOString());
    });

    it('a challenge, an authenticator without a PIN, a replay and another site open nothing, and are in the log', async () => {
      const device = await add(await signIn());
      const { challenge } = await own.use(site);
      const answer = device.show(challenge);
      const wrong = (response: typeof answer, asked = challenge, at = site) =>
        expect(own.used(at, asked, response, { address })).rejects.toEqual(refused('staff.passkey'));
      await wrong(answer, 'another');
      await wrong(answer, challenge, { id: 'photo.example.com', origin: 'https://photo.example.com' });
      await own.used(site, challenge, answer, { address });
      // The counter has gone on.
      await wrong(answer);
      const [last] = await latestActs(db, 1);
      expect(last).toMatchObject({ act: 'session.refused', who: name });
      const bare = authenticator(site, false);
      await expect(add(await signIn(), bare)).rejects.toEqual(refused('staff.passkeyNeeded'));
      await staff.create({ name: `${name}b`, role: 'reviewer' }, password, 'command');
      name = `${name}b`;
      await expect(add(await signIn(), bare)).rejects.toEqual(refused('staff.passkey'));
    });

    it('ends the other sessions when one is removed, and keeps an admin’s last', async () => {
      const token = await signIn();
      const first = await add(token);
      await expect(own.remove(token, name, first.id)).rejects.toEqual(refused('staff.lastPasskey'));
      const second = await add(token, authenticator(site), 'USB');
      const elsewhere = (await show(second)).token;
      await own.remove(token, name, second.id);
      expect(await staff.session(elsewhere)).toBeNull();
      expect(await staff.session(token)).toEqual({ name, role: 'admin' });
      await expect(show(second)).rejects.toEqual(refused('staff.passkey'));
      expect((await latestActs(db, 1))[0]).toMatchObject({ act: 'passkey.removed', who: name });
    });

    it('asks again who it is when signing in is a while ago', async () => {
      const token = await signIn();
      const { id } = await add(token);
      now += changeMs + 1;
      await expect(add(token)).rejects.toEqual(refused('staff.again'));
      await expect(own.remove(token, name, id)).rejects.toEqual(refused('staff.again'));
      await own.rename(name, { id, label: '家里' });
      expect(await own.list(name)).toMatchObject([{ label: '家里' }]);
      await expect(own.rename('nobody', { id, label: 'x' })).rejects.toEqual(refused('staff.passkey'));
    });

    it('a locked account’s opens nothing, and a reset takes them away', async () => {
      const device = await add(await signIn());
      await staff.setLocked(name, true, 'command');
      await expect(show(device)).rejects.toEqual(refused('staff.passkey'));
      await staff.setLocked(name, false, 'command');
      await accountAdmin(db, () => now, cheap).reset(name, 'command');
      await expect(show(device)).rejects.toEqual(refused('staff.passkey'));
      expect(await own.list(name)).toEqual([]);
    });
  });
}

let folder: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-passkeys-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

contract('sqlite', () => Promise.resolve(join(folder, 'passkeys.db')));
contract('postgres', () => server.address('passkeys'));
