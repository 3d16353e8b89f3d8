import type { NetworkState } from './network.svelte';

/** Why a page's code is not here: its file is missing on the server, or what the network does. */
class Missing {
  because = $state<Exclude<NetworkState, 'good'> | 'newer' | 'file'>('file');
  /** By which the log has it. */
  id = $state('');
}

export const missing = new Missing();
