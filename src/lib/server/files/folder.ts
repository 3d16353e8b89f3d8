import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { checkName, type PhotoFiles } from './files';

const finished = '.jpg';
const unfinished = '.part';
/** As much as a photo has: what can only be read, or has no room for it, takes none of it. */
const checkBytes = 65_536;
let writes = 0;
/** Names who writes a file, on a folder that several machines share. */
const host = hostname().replace(/[^\w-]/g, '-');

/**
 * Photos as files in a folder, `ab/abcdef….jpg`. Written beside their place, synced, renamed, and the folder synced:
 * a file under its final name is always whole.
 */
export async function folderFiles(folder: string): Promise<PhotoFiles> {
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  /** Folders that are there, durably. */
  const there = new Set<string>();
  const pathOf = (sha256: string) => join(folder, checkName(sha256).slice(0, 2), `${sha256}${finished}`);
  return {
    async put(sha256, content) {
      const path = pathOf(sha256);
      const parent = dirname(path);
      if (!there.has(parent)) {
        await mkdir(parent, { recursive: true });
        await sync(folder);
        there.add(parent);
      }
      const partial = `${path}.${host}.${process.pid}-${++writes}${unfinished}`;
      try {
        const file = await open(partial, 'wx', 0o600);
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(partial, path);
      } catch (error) {
        // Should somebody have taken the folder away, the next put makes it again.
        there.delete(parent);
        await rm(partial, { force: true });
        throw error;
      }
      await sync(parent);
    },
    async get(sha256) {
      try {
        return new Uint8Array(await readFile(pathOf(sha256)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
    async check() {
      const path = join(folder, `check.${host}.${process.pid}-${++writes}${unfinished}`);
      try {
        await writeFile(path, new Uint8Array(checkBytes), { flag: 'wx', mode: 0o600 });
      } finally {
        await rm(path, { force: true });
      }
    },
    async *list() {
      for (const part of await readdir(folder)) {
        const names = /^[0-9a-f]{2}$/.test(part) ? await readdir(join(folder, part)) : [];
        for (const name of names.filter((one) => one.endsWith(finished))) {
          // Removed since the folder was read.
          const found = await stat(join(folder, part, name)).catch(() => null);
          if (found) yield { sha256: name.slice(0, -finished.length), at: found.mtimeMs };
        }
      }
    }
  };
}

/** Makes a folder's own entries durable. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Older than this, nobody is still writing it, ms. */
const abandonedMs = 60 * 60_000;

/** Removes what a killed process was still writing, and nothing that another process may be at. */
async function sweep(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) {
    if (!entry.endsWith(unfinished)) continue;
    const path = join(folder, entry);
    // Renamed since the folder was read.
    const found = await stat(path).catch(() => null);
    if (found && isAbandoned(entry, found.mtimeMs)) await rm(path, { force: true });
  }
}

/** Whether nobody writes it any more: it is old, or the process of this machine that began it has ended. */
function isAbandoned(name: string, at: number): boolean {
  if (Date.now() - at > abandonedMs) return true;
  const [, by, pid] = /\.([\w-]+)\.(\d+)-\d+\.part$/.exec(name) ?? [];
  if (by !== host) return false;
  // Process numbers come again: what is older than this process is not its own.
  if (Number(pid) === process.pid) return at < performance.timeOrigin;
  return !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
