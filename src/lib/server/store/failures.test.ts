import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../testing/postgres';
import { openDatabase } from './open';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

const folder = mkdtemp(join(tmpdir(), 'gradframe-failures-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

describe('PostgreSQL', () => {
  it('takes a transaction up again whose connection was cut while nothing was asked', async () => {
    const address = await (await server).address('cut');
    const [db, other] = [await openDatabase(address), await openDatabase(address)];
    await db.run('CREATE TABLE one (a INTEGER)');
    let runs = 0;
    await db.transaction(async (sql) => {
      const { pid } = (await sql.get<{ pid: number }>('SELECT pg_backend_pid() AS pid'))!;
      await sql.run('INSERT INTO one VALUES (1)');
      if (++runs > 2) return;
      await other.get('SELECT pg_terminate_backend(?)', [pid]);
      const gone = async () =>
        !(await other.get('SELECT 1 AS one FROM pg_stat_activity WHERE pid = ?', [pid]));
      while (!(await gone()));
      // The news lies in the socket by now: a turn of the event loop reads it, before COMMIT is sent.
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
    expect(runs).toBe(3);
    expect(await db.all('SELECT a FROM one')).toEqual([{ a: 1 }]);
    await Promise.all([db.close(), other.close()]);
  }, 30_000);

  it('answers with an error, and soon, while the server hangs, and goes on after that', async () => {
    const address = new URL((await (await server).address('hung')).replace('@/', '@localhost/'));
    const between = await stallingProxy(join(address.searchParams.get('host')!, '.s.PGSQL.5432'));
    const through = `postgres://test@127.0.0.1:${between.port}${address.pathname}`;
    const limits = { connect: 300, statement: 300, answer: 300, idle: 5000 };
    const db = await openPostgres(through, undefined, limits);
    await db.run('CREATE TABLE one (a INTEGER)');
    between.stall(true);
    const began = performance.now();
    const add = (a: number) => db.transaction((sql) => sql.run('INSERT INTO one VALUES (?)', [a]));
    const answers = await Promise.allSettled([
      ...Array.from({ length: 12 }, (_, a) => add(a)),
      db.get('SELECT 1')
    ]);
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(performance.now() - began).toBeLessThan(5000);
    between.stall(false);
    await add(99);
    expect(await db.all('SELECT a FROM one')).toEqual([{ a: 99 }]);
    await db.close();
    between.stop();
  }, 30_000);
});

describe('SQLite', () => {
  it('answers with an error once it is closed, and the process goes on', async () => {
    const db = await openSqlite(join(await folder, 'closed.db'));
    await db.close();
    await db.close();
    const asked = [
      db.get('SELECT 1'),
      db.run('DELETE FROM staff'),
      db.transaction((sql) => sql.all('SELECT 1'))
    ];
    for (const answer of [...asked, db.scrub()]) await expect(answer).rejects.toThrow('closed');
  });

  it('lets everything else go on while another process writes, and writes after it', async () => {
    const file = join(await folder, 'busy.db');
    const db = await openSqlite(file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    let written = false;
    const writing = db
      .run("INSERT INTO campaign (code, settings, changed_at) VALUES ('a', '{}', '')")
      .then(() => (written = true));
    const began = performance.now();
    for (let i = 0; i < 10; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await db.all('SELECT code FROM campaign')).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(written).toBe(false);
    other.exec('COMMIT');
    await writing;
    expect(await db.all('SELECT code FROM campaign')).toEqual([{ code: 'a' }]);
    other.close();
    await db.close();
  });

  it('leaves no lock behind when a step of the schema fails', async () => {
    const file = join(await folder, 'failed.db');
    await expect(openSqlite(file, ['CREATE TABLE a (x)', 'CREATE TABLE b (x); wrong'])).rejects.toThrow();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE; CREATE TABLE c (x); COMMIT');
    other.close();
    const db = await openSqlite(file, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']);
    expect(await db.all('SELECT * FROM b')).toEqual([]);
    await db.close();
  });

  it('is brought to the newest version once by processes that start at once', async () => {
    const file = join(await folder, 'both.db');
    const slow = (name: string) =>
      `CREATE TABLE ${name} AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
       SELECT i FROM n`;
    const steps = ['one', 'two', 'three'].map(slow);
    const start = async () => {
      const child = fork(
        join(import.meta.dirname, '../testing/open-database.ts'),
        [file, JSON.stringify(steps)],
        {
          execArgv: ['--import', 'tsx'],
          stdio: 'inherit'
        }
      );
      const [status] = (await once(child, 'exit')) as [number];
      return status;
    };
    expect(await Promise.all([start(), start(), start()])).toEqual([0, 0, 0]);
  }, 60_000);
});

/** Hands bytes on to a Unix socket, until it is told to keep them. */
async function stallingProxy(target: string) {
  const pairs = new Set<[Socket, Socket]>();
  let stalled = false;
  const proxy = createServer((here) => {
    const there = connect(target);
    pairs.add([here, there]);
    for (const [from, to] of [
      [here, there],
      [there, here]
    ] as const) {
      from.on('data', (bytes) => stalled || to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as { port: number }).port,
    stall: (now: boolean) => (stalled = now),
    stop() {
      for (const [here, there] of pairs) void (here.destroy(), there.destroy());
      proxy.close();
    }
  };
}
