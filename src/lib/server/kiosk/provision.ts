import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { writeProvisioning } from '$lib/api/contracts/provisioning';
import { Refusal } from '../http/problem';
import type { SqlDatabase } from '../store/sql';
import { kioskKey } from './keys';

/** A place where a kiosk is to stand. */
export interface KioskPlace {
  name: string;
  idleSeconds: number;
  countdownSeconds: number;
}

/**
 * The line of text that turns a device into a kiosk.
 *
 * @param renew with a new key of the endpoint
 * @throws Refusal `kiosk.fee`
 */
export async function provision(
  db: SqlDatabase,
  campaign: PublicCampaign,
  { name, idleSeconds, countdownSeconds }: KioskPlace,
  renew = false
): Promise<string> {
  if (campaign.payment.required) throw new Refusal('kiosk.fee');
  const key = await kioskKey(db, renew);
  return writeProvisioning({
    version: 1,
    kiosk: crypto.randomUUID(),
    name,
    key: { id: key.id, public: key.public },
    campaign,
    issuedAt: new Date().toISOString(),
    idleSeconds,
    countdownSeconds
  });
}
