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

/** A PostgreSQL server of its own in a temporary folder, on a socket in that folder. @throws when it is not installed */
export async function startPostgres(): Promise<{
  address(name: string): Promise<string>;
  stop(): Promise<void>;
}> {
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
    {
      ...as,
      cwd: folder
    }
  );
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  const server: ChildProcess = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=32MB', '-c', 'fsync=off'],
    { ...as, cwd: folder, stdio: 'ignore' }
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const of = (name: string) => `postgres://test@/${name}?host=${encodeURIComponent(folder)}`;
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: of('postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  for (let tries = 0; ; tries++) {
    try {
      await ask('SELECT 1');
      break;
    } catch (error) {
      if (tries > 100 || server.exitCode !== null) {
        await stop();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    stop,
    async address(name) {
      await ask(`CREATE DATABASE ${name}`);
      return of(name);
    }
  };
}
