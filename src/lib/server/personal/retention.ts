import { log } from '../log';
import type { Campaigns } from '../policy/campaigns';
import type { PersonalData } from './erase';

const dayMs = 24 * 60 * 60 * 1000;

/** Erases what every campaign has kept for as long as it may, and photos that belong to nothing; how many. */
export async function retain(
  campaigns: Campaigns,
  personal: PersonalData,
  now = Date.now()
): Promise<{ erased: number; swept: number }> {
  let erased = 0;
  for (const { code, retentionDays } of await campaigns.list())
    erased += await personal.eraseBefore(code, new Date(now - retentionDays * dayMs).toISOString());
  const swept = await personal.sweep(now);
  if (erased || swept) log.info('retention', { erased, swept });
  return { erased, swept };
}
