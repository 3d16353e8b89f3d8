import { readProvisioning } from '$lib/api/contracts/provisioning';
import { sha256 } from '../crypto';
import { Refusal } from '../http/problem';
import { useKioskCode } from '../store/kiosk-codes';
import type { SqlDatabase } from '../store/sql';
import { kioskKeys } from '../store/kiosk-keys';
import { isSigned, signingKey } from './signing';
import { nowMs } from '../time';

/**
 * Turns one device into the kiosk of a code, once.
 *
 * @param device what the device calls itself, so that it may ask again when the answer was lost
 * @throws Refusal `kiosk.foreign` when this endpoint did not sign it; `kiosk.used` when it has ended, or another device
 *   has it
 */
export async function joinKiosk(db: SqlDatabase, text: string, device: string, now = nowMs()): Promise<void> {
  const read = readProvisioning(text);
  const own = read && isSigned(await signingKey(db), read.signed, read.signature);
  if (!own) throw new Refusal('kiosk.foreign');
  const { kiosk, key } = read.code;
  const known = (await kioskKeys(db)).some((one) => one.id === key.id && one.public === key.public);
  if (!known) throw new Refusal('kiosk.foreign');
  const by = { device: sha256(device), now: new Date(now).toISOString() };
  if (!(await useKioskCode(db, kiosk, by))) throw new Refusal('kiosk.used');
}
