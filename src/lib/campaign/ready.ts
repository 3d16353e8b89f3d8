import type { MessageKey } from '$lib/i18n/catalogue';
import type { IconName } from '$lib/ui/Icon.svelte';
import { modeFor, ownWays } from './ways';

/** What students have ready, by the ways that a campaign takes; where they go, when that is a kiosk of the unit's. */
export function readyFor(campaign: Parameters<typeof ownWays>[0]): { icon: IconName; text: MessageKey }[] {
  const ways = ownWays(campaign);
  const code = { icon: 'picture', text: 'home.ready.code' } as const;
  if (ways.none) return [code, { icon: 'people', text: 'home.kioskOnly' }];
  if (modeFor(campaign, null) === 'upload') return [code, { icon: 'picture', text: 'home.ready.file' }];
  return [
    code,
    { icon: 'wall', text: 'home.ready.wall' },
    { icon: 'people', text: ways.guided ? 'home.ready.helper' : 'home.ready.helperOnly' }
  ];
}
