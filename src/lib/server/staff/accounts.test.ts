import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { startPostgres } from '../testing/postgres';
import { oneTimeMs, staffAccounts, type StaffAccounts } from './accounts';
import { sessionMs } from './sessions';
import { countAttempt } from '../store/staff-attempts';
import { latestActs } from '../store/staff-audit';

const password = 'correct horse 电池';
/** Dozens of passwords are hashed here. */
const cheap = { N: 2 ** 10, r: 8, p: 1 };
let count = 0;

function contract(kind: SqlDatabase['kind'], address: () => Promise<string>) {
  describe(`staff accounts in ${kind}`, () => {
    let db: SqlDatabase;
    let staff: StaffAccounts;
    let now = Date.UTC(2026, 10, 1);
    beforeAll(async () => {
      db = await openDatabase(await address());
      staff = staffAccounts(db, () => now, cheap);
    }, 60_000);
    afterAll(() => db?.close());

    async function member(role: 'reviewer' | 'admin' = 'reviewer') {
      const name = `staff${++count}`;
      await staff.create({ name, role }, password, 'command');
      return { name, from: `192.0.2.${count}` };
    }
    const refused = (code: string) => expect.objectContaining({ code });

    it('signs in who knows the password, and keeps neither password nor token', async () => {
      const { name, from } = await member('admin');
      const token = await staff.signIn(name, password, from);
      expect(await staff.session(token)).toMatchObject({ name, role: 'admin' });
      const kept = JSON.stringify([
        await db.all('SELECT * FROM staff'),
        await db.all('SELECT * FROM staff_session'),
        await db.all('SELECT * FROM staff_audit')
      ]);
      expect(kept).toContain('scrypt$1024$8$1$');
      expect(kept).not.toContain(password);
      expect(kept).not.toContain(token);
      expect(await staff.session('x'.repeat(43))).toBeNull();
    });

    it('refuses a wrong password, an unknown name and a locked account alike', async () => {
      const { name, from } = await member();
      await expect(staff.signIn(name, 'wrong password', from)).rejects.toEqual(refused('staff.wrong'));
      await expect(staff.signIn('nobody', password, from)).rejects.toEqual(refused('staff.wrong'));
      const token = await staff.signIn(name, password, from);
      expect(await staff.setLocked(name, true, 'admin')).toBe(true);
      expect(await staff.session(token)).toBeNull();
      await expect(staff.signIn(name, password, from)).rejects.toEqual(refused('staff.wrong'));
      await staff.setLocked(name, false, 'admin');
      expect(await staff.session(token)).toBeNull();
      await expect(staff.signIn(name, password, from)).resolves.toHaveLength(43);
      expect(await staff.setLocked('nobody', true, 'admin')).toBe(false);
    });

    it('lets five tries through, side by side or not, then none, until the window has passed', async () => {
      const { name, from } = await member();
      const tries = await Promise.allSettled(
        Array.from({ length: 12 }, () => staff.signIn(name, 'wrong password', from))
      );
      const codes = tries.map((each) => (each as { reason: { code: string } }).reason.code);
      expect(codes.filter((code) => code === 'staff.wrong')).toHaveLength(5);
      expect(codes.filter((code) => code === 'staff.tooMany')).toHaveLength(7);
      await expect(staff.signIn(name, password, from)).rejects.toEqual(refused('staff.tooMany'));
      // Whoever tries at one network shuts nobody out at another.
      await expect(staff.signIn(name, password, '198.51.100.1')).resolves.toHaveLength(43);
      now += 15 * 60_000 + 1;
      await expect(staff.signIn(name, password, from)).resolves.toHaveLength(43);
    });

    it('counts a network over many names, and an IPv6 one as a whole', async () => {
      const { name } = await member();
      for (let i = 0; i < 300; i++) {
        const attempt = { name: `guess${i}`, address: `2001:db8::${i.toString(16)}` };
        expect(await countAttempt(db, attempt, now)).toBe(true);
      }
      await expect(staff.signIn(name, password, '2001:db8::ffff')).rejects.toEqual(refused('staff.tooMany'));
      await expect(staff.signIn(name, password, '2001:db9::1')).resolves.toHaveLength(43);
    });

    it('takes thirty wrong names at an address, and any number of right passwords', async () => {
      const { name, from } = await member();
      for (let i = 0; i < 30; i++)
        await expect(staff.signIn(`nobody${i}`, password, from)).rejects.toEqual(refused('staff.wrong'));
      for (let i = 0; i < 40; i++) await expect(staff.signIn(name, password, from)).resolves.toHaveLength(43);
    });

    it('lets a browser in that signed in before, whatever others try on the same network', async () => {
      const { name, from } = await member();
      await staff.signIn(name, password, from);
      const device = await staff.remember(name);
      for (let i = 0; i < 6; i++) await expect(staff.signIn(name, 'wrong password', from)).rejects.toThrow();
      await expect(staff.signIn(name, password, from)).rejects.toEqual(refused('staff.tooMany'));
      await expect(staff.signIn(name, password, from, undefined, device)).resolves.toHaveLength(43);
      expect(await staff.remember(name, device)).toBe(device);
      // It is no other's, and has a count of its own.
      const other = await member();
      for (let i = 0; i < 6; i++)
        await expect(staff.signIn(other.name, 'wrong password', from, undefined, device)).rejects.toThrow();
      await expect(staff.signIn(other.name, password, from, undefined, device)).rejects.toEqual(
        refused('staff.tooMany')
      );
      for (let i = 0; i < 6; i++)
        await expect(staff.signIn(name, 'wrong password', from, undefined, device)).rejects.toThrow();
      await expect(staff.signIn(name, password, from, undefined, device)).rejects.toEqual(
        refused('staff.tooMany')
      );
    });

    it('lets it in while so many others try at once that some are sent away', async () => {
      const { name, from } = await member();
      const device = await staff.remember(name);
      const others = Array.from({ length: 80 }, (_, i) =>
        staff.signIn(`other${i}`, password, from).catch(({ code }: { code: string }) => code)
      );
      const known = staff.signIn(name, password, from, undefined, device);
      const answers = await Promise.all(others);
      expect(new Set(answers)).toEqual(new Set(['staff.wrong', 'request.tooMany']));
      await expect(known).resolves.toHaveLength(43);
    });

    it('writes refusals down, without an address or what was typed for a name', async () => {
      const { name, from } = await member();
      await expect(staff.signIn(name, 'wrong password', from)).rejects.toThrow();
      await expect(staff.signIn('my secret password', 'x', from)).rejects.toThrow();
      const [unknown, known] = await latestActs(db, 2);
      expect(known).toMatchObject({ who: name, act: 'session.refused' });
      expect(unknown).toMatchObject({ who: 'unknown', act: 'session.refused', subject: known!.subject });
      expect(JSON.stringify([unknown, known])).not.toMatch(/192\.0\.2|secret/);
    });

    it('ends a one-time password that nobody used in three days', async () => {
      const name = `staff${++count}`;
      await staff.create({ name, role: 'reviewer' }, password, 'admin', true);
      await expect(staff.signIn(name, password, '192.0.2.200')).rejects.toEqual(refused('staff.change'));
      now += oneTimeMs + 1;
      await expect(staff.signIn(name, password, '192.0.2.200')).rejects.toEqual(refused('staff.expired'));
      await expect(staff.changePassword(name, password, 'another password', '192.0.2.200')).rejects.toEqual(
        refused('staff.expired')
      );
    });

    it('takes no password that is tried first', async () => {
      const bad = [
        'password1234',
        '123456789012',
        'Qwertyuiop123',
        'iloveyou!!!!',
        'abcabcabcabc',
        '!!!letmein2026!'
      ];
      for (const one of bad)
        await expect(
          staff.create({ name: `staff${++count}`, role: 'reviewer' }, one, 'x'),
          one
        ).rejects.toEqual(refused('staff.common'));
      await expect(
        staff.create({ name: 'wang.xiaoming', role: 'reviewer' }, 'Wang.Xiaoming1', 'x')
      ).rejects.toEqual(refused('staff.common'));
    });

    it('ends a session when idle, after its longest time, and when another begins in its place', async () => {
      const { name, from } = await member();
      const first = await staff.signIn(name, password, from);
      const second = await staff.signIn(name, password, from, first);
      expect(second).not.toBe(first);
      expect(await staff.session(first)).toBeNull();
      now += sessionMs.idle - 1;
      expect(await staff.session(second)).not.toBeNull();
      now += sessionMs.idle + 1;
      expect(await staff.session(second)).toBeNull();

      const third = await staff.signIn(name, password, from);
      const began = now;
      for (; now + 20 * 60_000 <= began + sessionMs.absolute; now += 20 * 60_000)
        expect(await staff.session(third)).not.toBeNull();
      now = began + sessionMs.absolute + 1;
      expect(await staff.session(third)).toBeNull();
    });

    it('signs out one session or all, and all when the password changes', async () => {
      const { name, from } = await member();
      const tokens = [await staff.signIn(name, password, from), await staff.signIn(name, password, from)];
      await staff.signOut(tokens[0]!);
      expect(await staff.session(tokens[0]!)).toBeNull();
      expect(await staff.session(tokens[1]!)).not.toBeNull();
      await staff.signOutAll(name, name);
      expect(await staff.session(tokens[1]!)).toBeNull();

      const token = await staff.signIn(name, password, from);
      await expect(staff.changePassword(name, 'wrong password', 'another password', from)).rejects.toEqual(
        refused('staff.wrong')
      );
      await expect(staff.changePassword(name, password, 'short', from)).rejects.toEqual(
        refused('staff.password')
      );
      await staff.changePassword(name, password, 'another password', from);
      expect(await staff.session(token)).toBeNull();
      await expect(staff.signIn(name, password, from)).rejects.toEqual(refused('staff.wrong'));
      await expect(staff.signIn(name, 'another password', from)).resolves.toHaveLength(43);
    });

    it('refuses odd names, short passwords and a name twice', async () => {
      const { name } = await member();
      const create = (name: string, password: string) =>
        staff.create({ name, role: 'reviewer' }, password, 'command');
      await expect(create('a b', password)).rejects.toEqual(refused('staff.name'));
      await expect(create('someone', 'elevenchars')).rejects.toEqual(refused('staff.password'));
      await expect(create(name, password)).rejects.toEqual(refused('staff.nameTaken'));
    });

    it('logs every act, and the log can only grow', async () => {
      const { name, from } = await member();
      await staff.signOut(await staff.signIn(name, password, from));
      const acts = await latestActs(db, 3);
      expect(acts.map(({ who, act, subject }) => [who, act, subject])).toEqual([
        [name, 'session.ended', name],
        [name, 'session.began', name],
        ['command', 'account.created', name]
      ]);
      await expect(db.run('DELETE FROM staff_audit')).rejects.toThrow(/append only/);
      await expect(db.run("UPDATE staff_audit SET who = 'x'")).rejects.toThrow(/append only/);
    });
  });
}

let folder: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-staff-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

contract('sqlite', () => Promise.resolve(join(folder, 'staff.db')));
contract('postgres', () => server.address('staff'));
