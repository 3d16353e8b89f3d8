import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newKioskKey, type KioskKey } from '$lib/kiosk/envelope';

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
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify([key, ...keys], null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}
