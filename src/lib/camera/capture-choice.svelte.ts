import { debugLog } from '$lib/log/debug-log';

const storageKey = 'gradframe.capture';
/** Seconds between the press of the shutter and the photo. */
export const timers = [0, 3, 5, 10] as const;

interface Choice {
  /** Somebody else holds the device: the camera at its back is used. */
  helper: boolean;
  /** The advice is spoken. */
  voice: boolean;
  timer: (typeof timers)[number];
}

const usual: Choice = { helper: false, voice: false, timer: 0 };

/** How the student wants to be photographed; kept on the device, nothing in it is personal. */
class CaptureChoice {
  #now = $state.raw<Choice>(read());

  get helper(): boolean {
    return this.#now.helper;
  }
  get voice(): boolean {
    return this.#now.voice;
  }
  get timer(): Choice['timer'] {
    return this.#now.timer;
  }

  set(change: Partial<Choice>): void {
    this.#now = { ...this.#now, ...change };
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#now));
    } catch {
      // Storage is forbidden: the choice holds for this visit only.
    }
  }
}

function read(): Choice {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Choice>;
    return {
      helper: kept.helper === true,
      voice: kept.voice === true,
      timer: timers.find((seconds) => seconds === kept.timer) ?? usual.timer
    };
  } catch (error) {
    debugLog.warn('captureChoice.read', error);
    return usual;
  }
}

export const captureChoice = new CaptureChoice();
