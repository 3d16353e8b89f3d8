import { goto } from '$app/navigation';
import { campaign } from '$lib/campaign/campaign.svelte';
import { here } from '$lib/device/here.svelte';
import { KioskDevice } from '$lib/kiosk/kiosk-device';
import { StudentDevice } from '$lib/submission/student-device';
import { session } from '$lib/flow/session.svelte';
import { currentStep } from '$lib/flow/steps';
import { i18n } from '$lib/i18n/i18n.svelte';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { network } from '$lib/offline/network.svelte';
import { offline } from '$lib/offline/offline.svelte';
import { shared } from '$lib/offline/shared.svelte';
import { savesData } from '$lib/platform/saves-data';
import { watchDatabase } from '$lib/storage/database';
import { deviceStorage } from '$lib/storage/device-storage.svelte';

/** One visit of a student, or the life of a kiosk's page: begun once, whichever page comes first. */
class Visit {
  online = $state(true);
  /** What is kept on the device is here, and every part of the product runs. */
  begun = $state(false);
  /** Nobody has gone from page to page yet: this one was opened by a link or a reload. */
  entered = true;
  /** A page that cannot be opened yet was asked for by a link or a reload; told until the next page. */
  led = $state(false);
  #beginning: Promise<void> | undefined;

  /** Finds out what this device is and what is kept on it; whatever else the visit needs follows by itself. */
  begin(): Promise<void> {
    return (this.#beginning ??= this.#begin());
  }

  async #begin(): Promise<void> {
    this.online = navigator.onLine;
    const opened = await deviceStorage.ready();
    if (opened) await kiosk.load();
    else learnLate();
    here.known = kiosk.state ? new KioskDevice() : new StudentDevice();
    await session.load(here.known.keeps, opened);
    void this.#follow();
  }

  /** Nobody waits for it. */
  async #follow(): Promise<void> {
    // Another app shared a picture: on to the page where the student stands, which uses it.
    if (new URLSearchParams(location.search).has('shared') && here.device.personal) {
      await shared.fetch();
      await goto(shared.picture ? currentStep(session.draft).path : '/', { replaceState: true });
    }
    this.begun = true;
    void here.device.send();
    // Told at the first page, not after the whole flow.
    void network.look();
    void campaign.learn();
    await offline.start(i18n.locale);
  }

  networkChanged(): void {
    this.online = navigator.onLine;
    if (!this.online || !here.known) return;
    void here.known.send();
    void campaign.learn();
    if (this.someone && !savesData()) void offline.prepare();
  }

  /** Somebody has begun; at a kiosk somebody always may. */
  get someone(): boolean {
    return session.draft.mode !== null || here.known?.personal === false;
  }

  /** The page is looked at again. */
  seen(): void {
    if (!session.loaded) return;
    void here.device.send();
    if (!session.kept) void session.keep();
    if (offline.missing) void offline.prepare();
  }
}

/** A storage that opens after all may be a kiosk's, which is no student's own device. */
function learnLate() {
  const stop = watchDatabase((state) => {
    if (state !== 'open') return;
    stop();
    void kiosk.load().then(() => (kiosk.state ? location.replace('/kiosk') : session.keep()));
  });
}

export const visit = new Visit();
