import type { Trouble } from '$lib/api/request';

/** What the pages show of the sending. */
class Delivery {
  busy = $state(false);
  /** How much of one arrived, 0…1; null while it goes whole. */
  share = $state<number | null>(null);
  /** Why the last try did not get through. */
  problem = $state<Trouble | null>(null);
}

export const delivery = new Delivery();
