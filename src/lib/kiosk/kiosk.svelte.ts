import { transact } from '$lib/storage/transact';
import type { OutboxItem } from '$lib/submission/outbox-item';
import type { KioskState, WrittenFile } from './types';
import { isPin, keepPin, pinDelay } from './pin';
import type { ProvisioningCode } from '$lib/api/contracts/provisioning';

/** Files whose check codes are known at most. */
const keptFiles = 50;
const noCounts: KioskState['counts'] = { begun: 0, taken: 0, delivered: 0, left: 0, exports: 0 };

/**
 * A device that belongs to the unit and serves one student after another. What it takes is sealed at once to the
 * endpoint; the kiosk itself cannot read it again. Nothing of a student is kept between two.
 */
class Kiosk {
  /** How it was set up and what it counted; null on a student's own device. */
  state = $state.raw<KioskState | null>(null);
  /** Counts up whenever the queue has changed. */
  queueTurn = $state(0);

  /** Finds out what this device is; call once, before the session is loaded. */
  async load(): Promise<void> {
    try {
      this.state =
        (await transact(['kiosk'], 'readonly', (transaction) =>
          transaction.objectStore('kiosk').get('state')
        )) ?? null;
    } catch {
      // Nothing is kept on this device: it cannot be a kiosk.
    }
  }

  /** Whether no student's submission waits here to be sent. @throws DOMException */
  async isFree(): Promise<boolean> {
    return transact(
      ['outbox'],
      'readonly',
      async (transaction) => (await transaction.objectStore('outbox').count()) === 0
    );
  }

  /**
   * Turns this device into a kiosk.
   *
   * @returns false when a student's submission still waits here to be sent
   * @throws DOMException where nothing can be kept
   */
  async setUp(code: ProvisioningCode, pin: string): Promise<boolean> {
    const kept = await keepPin(pin);
    const first: KioskState = { setUp: code, pin: kept, wrongPins: 0, counts: noCounts };
    const free = await transact(['kiosk', 'draft', 'outbox'], 'readwrite', async (transaction) => {
      if ((await transaction.objectStore('outbox').count()) > 0) return false;
      await transaction.objectStore('draft').clear();
      await transaction.objectStore('kiosk').put(first, 'state');
      return true;
    });
    if (free) await this.load();
    return free;
  }

  /** Gives the device back. The sealed queue goes as well: export it before. @throws DOMException */
  async end(): Promise<void> {
    await transact(['kiosk', 'sealed'], 'readwrite', async (transaction) => {
      await transaction.objectStore('kiosk').clear();
      await transaction.objectStore('sealed').clear();
    });
    this.state = null;
  }

  /** Whether it is the operator's PIN; each wrong one in a row makes the next answer slower. @throws DOMException */
  async unlock(pin: string): Promise<boolean> {
    const { state } = this;
    if (!state) return false;
    await new Promise((resolve) => setTimeout(resolve, pinDelay(state.wrongPins) * 1000));
    const right = await isPin(pin, state.pin);
    await this.#change((now) => ({ ...now, wrongPins: right ? 0 : now.wrongPins + 1 }));
    return right;
  }

  /** @throws DOMException when there is no room */
  async take(item: OutboxItem): Promise<void> {
    if (!this.state) return;
    // Only now: a student's own device never needs it.
    const [{ seal }, { packItem }] = await Promise.all([
      import('$lib/api/envelope'),
      import('$lib/api/contracts/kiosk')
    ]);
    const bytes = await seal(this.state.setUp.key, packItem(item));
    const changed = await transact(['kiosk', 'sealed'], 'readwrite', async (transaction) => {
      const kiosk = transaction.objectStore('kiosk');
      const state = await kiosk.get('state');
      await transaction.objectStore('sealed').add({ bytes, exported: 0, refused: null });
      const next = state && counted(state, { taken: 1 });
      if (next) await kiosk.put(next, 'state');
      return next;
    });
    this.state = changed ?? null;
    this.queueTurn++;
  }

  /** @throws DOMException */
  async count(more: Partial<KioskState['counts']>): Promise<void> {
    await this.#change((state) => counted(state, more));
  }

  /** A file of the queue was written. @throws DOMException */
  async noteFile(file: WrittenFile): Promise<void> {
    await this.#change((state) => ({
      ...counted(state, { exports: 1 }),
      files: [...(state.files ?? []).slice(1 - keptFiles), file]
    }));
  }

  async #change(change: (state: KioskState) => KioskState): Promise<void> {
    await transact(['kiosk'], 'readwrite', async (transaction) => {
      const store = transaction.objectStore('kiosk');
      const state = await store.get('state');
      if (state) await store.put(change(state), 'state');
    });
    await this.load();
  }
}

function counted(state: KioskState, more: Partial<KioskState['counts']>): KioskState {
  const counts = { ...state.counts };
  for (const [name, by] of Object.entries(more) as [keyof typeof counts, number][]) counts[name] += by;
  return { ...state, counts };
}

export const kiosk = new Kiosk();
