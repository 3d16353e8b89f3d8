import { goto } from '$app/navigation';
import { campaign } from '$lib/campaign/campaign.svelte';
import { session } from '$lib/flow/session.svelte';
import { currentStep } from '$lib/flow/steps';
import { i18n } from '$lib/i18n/i18n.svelte';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { deliverQueue } from '$lib/kiosk/queue';
import { network } from '$lib/offline/network.svelte';
import { offline } from '$lib/offline/offline.svelte';
import { shared } from '$lib/offline/shared.svelte';
import { watchDatabase } from '$lib/storage/database';
import { deviceStorage } from '$lib/storage/device-storage.svelte';
import { deliver } from '$lib/submission/deliver';

/** One visit of a student, or the life of a kiosk's page: begun once, whichever page comes first. */
class Visit {
  online = $state(true);
  /** What is kept on the device is here, and every part of the product runs. */
  begun = $state(false);
  /** Nobody has gone from page to page yet: this one was opened by a link or a reload. */
  entered = true;
  #beginning = false;

  /** @param givenPicture another app has shared a picture */
  async begin(givenPicture: boolean): Promise<void> {
    if (this.#beginning) return;
    this.#beginning = true;
    this.online = navigator.onLine;
    const opened = await deviceStorage.ready();
    if (opened) await kiosk.load();
    else learnLate();
    await session.load(!kiosk.on, opened);
    // Another app shared a picture: on to the page where the student stands, which uses it.
    if (givenPicture && !kiosk.on) {
      await shared.fetch();
      await goto(shared.picture ? currentStep(session.draft).path : '/', { replaceState: true });
    }
    this.begun = true;
    this.send();
    // Told at the first page, not after the whole flow.
    void network.look();
    void campaign.learn();
    await offline.start(i18n.locale);
  }

  /** What waits here goes out. */
  send(): void {
    if (kiosk.on) void deliverQueue();
    else void deliver();
  }

  networkChanged(): void {
    this.online = navigator.onLine;
    if (!this.online) return;
    this.send();
    void campaign.learn();
    if (session.draft.mode || kiosk.on) void offline.prepare();
  }

  /** The page is looked at again. */
  seen(): void {
    if (!session.loaded) return;
    this.send();
    if (!session.kept) void session.keep();
    if (offline.missing) void offline.prepare();
  }
}

/** A storage that opens after all may be a kiosk's, which is no student's own device. */
function learnLate() {
  const stop = watchDatabase((state) => {
    if (state !== 'open') return;
    stop();
    void kiosk.load().then(() => (kiosk.on ? location.replace('/kiosk') : session.keep()));
  });
}

export const visit = new Visit();
