import { keyIdOf, type KioskKey } from '$lib/api/envelope';
import { kioskKeyFile } from '../config';
import { Refusal } from '../http/problem';
import type { SqlDatabase } from '../store/sql';
import { kioskKeys } from '../store/kiosk-keys';
import { adoptKeyFile } from './keys';

/**
 * The keys that may open an envelope.
 *
 * @throws Refusal `kiosk.key` when it is sealed to none that is known yet: its key may be restored, and it comes again;
 *   `request.malformed` when it is no envelope
 */
export async function keysFor(db: SqlDatabase, envelope: Uint8Array): Promise<KioskKey[]> {
  const id = keyIdOf(envelope);
  if (id === null) throw new Refusal('request.malformed');
  const known = async () => (await kioskKeys(db)).filter((key) => key.id === id);
  let keys = await known();
  if (keys.length === 0) {
    // A file from before the database had them, or one that was just restored.
    await adoptKeyFile(db, kioskKeyFile());
    keys = await known();
  }
  if (keys.length === 0) throw new Refusal('kiosk.key');
  return keys;
}
