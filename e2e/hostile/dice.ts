/** Numbers that look random and are the same in every run (Park and Miller's generator). */
export class Dice {
  private state: number;
  constructor(seed: number) {
    // Neighbouring seeds are spread: the generator's first numbers would resemble each other.
    this.state = (Math.imul(seed, 0x9e3779b1) >>> 2) + 1;
  }
  private next(): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state / 2147483647;
  }
  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }
  of<T>(things: readonly T[]): T {
    return things[this.upTo(things.length - 1)]!;
  }
  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.upTo(255)));
  }
}
