/** Whether measured lines are drawn: not at first, for they lie over what is judged; the choice stays on this device. */
class RememberedLines {
  #on = $state(false);

  constructor() {
    this.#on = stored(() => localStorage.getItem(key)) === 'on';
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    stored(() => localStorage.setItem(key, on ? 'on' : 'off'));
  }
}

const key = 'gradframe.review.lines';

function stored<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    // the browser keeps nothing: this page remembers it alone
    return null;
  }
}

export const lines = new RememberedLines();
