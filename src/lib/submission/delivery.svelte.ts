import type { ProblemCode } from './contract';

/** What the pages show of the sending. */
class Delivery {
  busy = $state(false);
  /** Why the last try did not get through. */
  problem = $state<ProblemCode | 'unreachable' | null>(null);
}

export const delivery = new Delivery();
