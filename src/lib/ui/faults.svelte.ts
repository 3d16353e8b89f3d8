/** How many errors the page shows now: its title says so, which is what a screen reader reads first. */
class Faults {
  count = $state(0);

  /** One more is on show. @returns call when it is gone */
  show(): () => void {
    this.count++;
    return () => {
      this.count--;
    };
  }
}

export const faults = new Faults();
