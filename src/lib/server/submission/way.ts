import type { Campaign, TakingWay } from '$lib/api/contracts/campaign';
import type { Details } from '$lib/api/contracts/submission';
import { Refusal } from '../http/problem';

/** What is told of how a photo was taken. */
interface Told {
  details: Pick<Details, 'way' | 'taken'>;
  kind: 'live' | 'still' | 'upload';
  /** A kiosk has sealed it. */
  sealed: boolean;
}

/** At this endpoint's or an older page's word alone: these are all that a still can be. */
const stillWays: readonly TakingWay[] = ['guided', 'helper', 'phone'];

/**
 * How a photo was taken. Absent where a page that does not tell has sent a still.
 *
 * @param changedAt when the campaign's settings were last changed (ms): what a kiosk sealed before stands
 * @throws Refusal `way.off` where the campaign does not take it so, `way.late` for an older picture of the device's own
 *   camera, `report.invalid` where the report says otherwise
 */
export function wayOf(
  { details: { way, taken }, kind, sealed }: Told,
  { ways, phoneMinutes }: Pick<Campaign, 'ways' | 'phoneMinutes'>,
  { sealedAt, changedAt }: { sealedAt?: number; changedAt: number }
): TakingWay | undefined {
  if (sealed) {
    if (!ways.includes('kiosk') && !(sealedAt !== undefined && sealedAt < changedAt))
      throw new Refusal('way.off');
    return 'kiosk';
  }
  const upload = kind === 'upload';
  if (way && (way === 'file') !== upload) throw new Refusal('report.invalid');
  const told = way ?? (upload ? 'file' : undefined);
  if (told === 'kiosk') throw new Refusal('way.off');
  if (!(told ? ways.includes(told) : stillWays.some((one) => ways.includes(one))))
    throw new Refusal('way.off');
  if (told === 'phone' && taken?.minutes !== undefined && taken.minutes > phoneMinutes)
    throw new Refusal('way.late');
  return told;
}
