import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newKioskKey, type KioskKey } from '$lib/api/envelope';

/** The endpoint's keys for kiosks, newest first; none before a kiosk was set up. @throws Error when unreadable */
export async function readKioskKeys(file: string): Promise<KioskKey[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KioskKey[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The key that new kiosks seal to, made when there is none. Old keys stay, for what is sealed to them.
 *
 * @param renew a new key in any case
 */
export async function kioskKey(file: string, renew = false): Promise<KioskKey> {
  const keys = await readKioskKeys(file);
  if (keys[0] && !renew) return keys[0];
  const key = await newKioskKey();
  await writeKeys(file, [key, ...keys]);
  return key;
}

/** Adds a backup's keys behind those that are there: what is sealed to either can be opened. How many it holds. */
export async function copyKioskKeys(from: string, to: string): Promise<number> {
  const copied = await readKioskKeys(from);
  const there = await readKioskKeys(to);
  const fresh = copied.filter(({ id }) => !there.some((key) => key.id === id));
  if (fresh.length) await writeKeys(to, [...there, ...fresh]);
  return copied.length;
}

/** Whole or not at all, and for nobody else to read. */
async function writeKeys(file: string, keys: readonly KioskKey[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
