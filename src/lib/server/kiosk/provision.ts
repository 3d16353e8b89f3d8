import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { packProvisioning, writeProvisioning } from '$lib/api/contracts/provisioning';
import { Refusal } from '../http/problem';
import { noteKioskCode } from '../store/kiosk-codes';
import type { SqlDatabase } from '../store/sql';
import { kioskKey } from './keys';
import { signed, signingKey } from './signing';
import { nowMs } from '../time';

/** A place where a kiosk is to stand. */
export interface KioskPlace {
  name: string;
  idleSeconds: number;
  countdownSeconds: number;
}

/** A code may be used for so long. */
const codeMs = 3 * 24 * 60 * 60 * 1000;

/**
 * The line of text that turns one device into a kiosk, once.
 *
 * @param renew with a new key of the endpoint
 * @throws Refusal `kiosk.fee`, `way.off`
 */
export async function provision(
  db: SqlDatabase,
  campaign: PublicCampaign,
  { name, idleSeconds, countdownSeconds }: KioskPlace,
  renew = false
): Promise<{ code: string; publicKey: string; until: string }> {
  if (!campaign.ways.includes('kiosk')) throw new Refusal('way.off');
  if (campaign.payment.required) throw new Refusal('kiosk.fee');
  const key = await kioskKey(db, renew);
  const now = nowMs();
  const until = new Date(now + codeMs).toISOString();
  const kiosk = crypto.randomUUID();
  const body = packProvisioning({
    version: 1,
    kiosk,
    name,
    key: { id: key.id, public: key.public },
    campaign,
    issuedAt: new Date(now).toISOString(),
    until,
    idleSeconds,
    countdownSeconds
  });
  const signature = signed(await signingKey(db), body);
  await noteKioskCode(db, kiosk, until);
  return { code: writeProvisioning(body, signature), publicKey: key.public, until };
}
