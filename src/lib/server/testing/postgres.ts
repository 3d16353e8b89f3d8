import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const debian = '/usr/lib/postgresql';
/** Debian's `nobody`: the server refuses to run as root. */
const nobody = 65534;

/** Folder of PostgreSQL's programs, or null where it is not installed. */
function postgresPrograms(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin'));
  return found.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

export interface TestPostgres {
  /** Of a new, empty database. */
  address(name: string): Promise<string>;
  /** Ends it, `fast`: transactions are rolled back, `immediate`: as in a crash; and starts it again after so many ms. */
  restart(how: 'fast' | 'immediate', afterMs: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of its own in a temporary folder, on a socket in that folder.
 *
 * @param synced what is committed survives a crash, as in production
 * @throws when it is not installed
 */
export async function startPostgres({ synced = false } = {}): Promise<TestPostgres> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'gradframe-pg-'));
  const root = process.getuid?.() === 0;
  const as = root ? { uid: nobody, gid: nobody } : {};
  if (root) chownSync(folder, nobody, nobody);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '--no-locale', '-E', 'UTF8'],
    { ...as, cwd: folder }
  );
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  const settings = ['listen_addresses=', 'shared_buffers=32MB', `fsync=${synced ? 'on' : 'off'}`];
  const of = (name: string) => `postgres://test@/${name}?host=${encodeURIComponent(folder)}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: of('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  let server: ChildProcess;
  async function run(): Promise<void> {
    server = spawn(
      join(programs!, 'postgres'),
      ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, cwd: folder, stdio: 'ignore' }
    );
    for (let tries = 0; ; tries++) {
      try {
        return await ask('SELECT 1');
      } catch (error) {
        if (tries > 100 || server.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
  async function end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
    server.kill(signal);
    await ended;
  }
  const stop = async () => {
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await run();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    async restart(how, afterMs) {
      await end(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await run();
    },
    async address(name) {
      await ask(`CREATE DATABASE ${name}`);
      return of(name);
    }
  };
}
