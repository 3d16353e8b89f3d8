/**
 * Whether the page was out of sight: browsers then take graphics and memory away from it, which is no failure to tell
 * anybody of.
 */
export class Sight {
  #hidden = document.visibilityState === 'hidden';

  constructor() {
    document.addEventListener('visibilitychange', this.#look);
  }

  /** True once after the page was hidden, and while it is. */
  wasHidden(): boolean {
    const was = this.#hidden;
    this.#hidden = document.visibilityState === 'hidden';
    return was;
  }

  dispose(): void {
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #look = () => {
    this.#hidden ||= document.visibilityState === 'hidden';
  };
}
