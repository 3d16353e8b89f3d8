import { database, watchDatabase, type DatabaseState } from './database';

/** Whether this device's storage can be used, as the pages show it. */
class DeviceStorage {
  state = $state<DatabaseState>('open');
  #goOn: () => void = () => {};
  readonly #without = new Promise<boolean>((resolve) => (this.#goOn = () => resolve(false)));

  constructor() {
    watchDatabase((state) => (this.state = state));
  }

  /** True once it is open; false where nothing can be kept, or the student would rather go on. */
  async ready(): Promise<boolean> {
    const opened = database().then(
      () => true,
      () => false
    );
    return Promise.race([opened, this.#without]);
  }

  /** Waits no longer; it is used as soon as it opens. */
  goOnWithout(): void {
    this.#goOn();
  }
}

export const deviceStorage = new DeviceStorage();
