import { wrap, type Remote } from 'comlink';
import { debugLog } from '$lib/log/debug-log';
import { placeOf } from '$workers/trace';
import type { SitterOptions } from '../../../workers/studio/options';
import type { Drawing, StudioApi } from './studio.worker';

/** Draws sitters in a worker of its own, started at the first one. */
export class Studio {
  #worker: Worker | undefined;
  #api: Remote<StudioApi> | undefined;

  /** @throws Error `worker.dead` */
  draw(options: SitterOptions): Promise<Drawing> {
    const worker = (this.#worker ??= new Worker(new URL('./studio.worker.ts', import.meta.url), {
      type: 'module'
    }));
    this.#api ??= wrap<StudioApi>(worker);
    const died = new Promise<never>((_, reject) => {
      worker.onerror = (event) => {
        debugLog.add({ worker: 'studio', level: 'error', code: 'worker.dead', trace: placeOf(event) });
        reject(new Error('worker.dead'));
      };
    });
    return Promise.race([this.#api.draw(options), died]);
  }

  /** Frees the worker; a later drawing starts a new one. */
  dispose(): void {
    this.#worker?.terminate();
    this.#worker = this.#api = undefined;
  }
}
