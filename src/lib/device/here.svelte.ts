import type { Device } from './device';

/** The device that the app runs on. */
class Here {
  /** Null until it was asked what it is. */
  known = $state.raw<Device | null>(null);

  /** @throws Error before it is known; no page is shown until then */
  get device(): Device {
    if (!this.known) throw new Error('what this device is was not asked yet');
    return this.known;
  }
}

export const here = new Here();
