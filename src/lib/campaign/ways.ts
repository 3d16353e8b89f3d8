import { takingWays, type PublicCampaign, type TakingWay } from '$lib/api/contracts/campaign';

/** How the photo may be taken on a student's own device. */
export interface OwnWays {
  guided: boolean;
  helper: boolean;
  phone: boolean;
  file: boolean;
  /** The camera in the page, either way round. */
  camera: boolean;
  /** None of them: the unit has kiosks. */
  none: boolean;
}

/** @param campaign null while none is known; kept by an earlier version it names no ways: then every one is on */
export function ownWays(campaign: Partial<Pick<PublicCampaign, 'ways'>> | null): OwnWays {
  const ways: readonly TakingWay[] = campaign?.ways ?? takingWays;
  const [guided, helper, phone, file] = (['guided', 'helper', 'phone', 'file'] as const).map((way) =>
    ways.includes(way)
  ) as [boolean, boolean, boolean, boolean];
  const camera = guided || helper;
  return { guided, helper, phone, file, camera, none: !(camera || phone || file) };
}

/** The way that a student begins with; the one wanted, where it is on. */
export function modeFor(
  campaign: Parameters<typeof ownWays>[0],
  wanted: 'code' | 'upload' | null
): 'code' | 'upload' {
  const { file, camera, phone } = ownWays(campaign);
  if (!file) return 'code';
  return wanted === 'upload' || !(camera || phone) ? 'upload' : 'code';
}
