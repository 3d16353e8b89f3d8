/** Codes up to this length are found in one step. */
const quick = 9;

/** A Huffman table of a JPEG: code → value and length. */
export class HuffmanTable {
  /** By the next `quick` bits: value << 8 | length; 0 where the code is longer. */
  readonly short = new Uint16Array(1 << quick);
  /** Per length: the first code beyond it, left-aligned to 16 bits, and what to add to a code for its index. */
  readonly #limit = new Int32Array(18);
  readonly #shift = new Int32Array(17);

  constructor(
    counts: Uint8Array,
    readonly values: Uint8Array
  ) {
    let code = 0;
    let index = 0;
    for (let length = 1; length <= 16; length++) {
      this.#shift[length] = index - code;
      for (let i = 0; i < counts[length - 1]!; i++, code++, index++)
        if (length <= quick) {
          const first = code << (quick - length);
          this.short.fill((values[index]! << 8) | length, first, first + (1 << (quick - length)));
        }
      this.#limit[length] = code << (16 - length);
      code <<= 1;
    }
  }

  /** Value << 8 | length of the code at the front of 16 bits; 0 where there is none. */
  find(bits: number): number {
    const known = this.short[bits >> (16 - quick)]!;
    if (known) return known;
    for (let length = quick + 1; length <= 16; length++)
      if (bits < this.#limit[length]!)
        return ((this.values[(bits >> (16 - length)) + this.#shift[length]!] ?? 0) << 8) | length;
    return 0;
  }
}

/** The bits of one scan. What it reads beyond the scan's end is zero, and `ended` says so. */
export class ScanBits {
  /** More was read than there is. */
  ended = false;
  /** A code that no table has. */
  broken = false;
  #held = 0;
  #count = 0;
  #missing = 0;

  /** @param at of the next byte to be read */
  constructor(
    private readonly file: Uint8Array,
    public at: number,
    private readonly end: number
  ) {}

  /** A DC value: its code and its bits. */
  value(table: HuffmanTable): void {
    this.#skip(this.#symbol(table) & 15);
  }

  /** AC values of a block; answers how many blocks after it have none. */
  values(table: HuffmanTable, from: number, to: number, runs: boolean): number {
    for (let k = from; k <= to;) {
      const symbol = this.#symbol(table);
      if (this.ended || this.broken) return 0;
      const zeros = symbol >> 4;
      const size = symbol & 15;
      if (size) {
        this.#skip(size);
        k += zeros + 1;
      } else if (zeros === 15) k += 16;
      else if (runs) return (1 << zeros) - 1 + this.#skip(zeros);
      else return 0;
    }
    return 0;
  }

  /** On to the restart marker, which has to stand here; false where it does not. */
  restart(): boolean {
    this.#held = this.#count = this.#missing = 0;
    const { file } = this;
    while (this.at < this.end && file[this.at] !== 0xff) this.at++;
    while (this.at < this.end && file[this.at + 1] === 0xff) this.at++;
    const marker = file[this.at + 1]!;
    if (this.at >= this.end || marker < 0xd0 || marker > 0xd7) return false;
    this.at += 2;
    return true;
  }

  #symbol(table: HuffmanTable): number {
    this.#fill(16);
    const found = table.find((this.#held >>> (this.#count - 16)) & 0xffff);
    if (!found) {
      this.broken = true;
      return 0;
    }
    this.#take(found & 255);
    return found >> 8;
  }

  /** The next `count` bits, at most 16. */
  #skip(count: number): number {
    if (!count) return 0;
    this.#fill(count);
    const value = (this.#held >>> (this.#count - count)) & ((1 << count) - 1);
    this.#take(count);
    return value;
  }

  #take(count: number): void {
    this.#count -= count;
    if (this.#count < this.#missing) this.ended = true;
  }

  /** Holds at least `count` bits; those beyond the scan are noted as missing. */
  #fill(count: number): void {
    while (this.#count < count) {
      const { file, at } = this;
      let byte = 0;
      if (at >= this.end || (file[at] === 0xff && file[at + 1] !== 0)) this.#missing += 8;
      else {
        byte = file[at]!;
        this.at += byte === 0xff ? 2 : 1;
      }
      this.#held = (this.#held << 8) | byte;
      this.#count += 8;
    }
  }
}
