/** A switch of the console whose position stays on this device. */
class Remembered {
  #on = $state(false);

  constructor(private readonly key: string) {
    this.#on = stored(() => localStorage.getItem(key)) === 'on';
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    stored(() => localStorage.setItem(this.key, on ? 'on' : 'off'));
  }
}

function stored<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    // the browser keeps nothing: this page remembers it alone
    return null;
  }
}

/** Whether measured lines are drawn: not at first, for they lie over what is judged. */
export const lines = new Remembered('gradframe.review.lines');
/** Whether photos of which a rule warned are reviewed before the others. */
export const warnedFirst = new Remembered('gradframe.review.warnedFirst');
