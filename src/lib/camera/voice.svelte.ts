/** Says the advice aloud when the student wants it; silent where the system cannot. */
export class Voice {
  on = $state(false);

  constructor(on = false) {
    this.on = on;
  }

  get available(): boolean {
    return 'speechSynthesis' in window;
  }

  /** Only the newest words matter: what is still being said is cut off. */
  say(words: string, locale: string): void {
    if (!this.on || !this.available) return;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = locale;
    speechSynthesis.speak(utterance);
  }

  toggle(): void {
    this.on = !this.on;
    if (!this.on) this.hush();
  }

  hush(): void {
    if (this.available) speechSynthesis.cancel();
  }
}
