/** What assembly/index.ts exports; addresses in bytes. */
interface Exports {
  memory: WebAssembly.Memory;
  spreadRow(from: number, pixels: number, to: number, before: number, after: number): void;
  gatherRow(row: number, first: number, weights: number, count: number, width: number, to: number): void;
  addRow(to: number, from: number, width: number, weight: number): void;
  roundRow(from: number, to: number, width: number): void;
  assemble(
    image: number,
    rowOf: number,
    values: number,
    width: number,
    height: number,
    epsilon: number
  ): void;
  multiply(
    values: number,
    band: number,
    rows: number,
    vector: number,
    width: number,
    product: number
  ): number;
  dot(a: number, b: number, c: number, length: number): number;
  step(
    band: number,
    rows: number,
    x: number,
    vector: number,
    product: number,
    residual: number,
    inverse: number,
    length: number
  ): number;
  turn(band: number, rows: number, vector: number, residual: number, inverse: number, keep: number): void;
}

const pageBytes = 65_536;
/** Below it are the kernels' own constants. */
const firstFree = 4096;

/** The kernels and their memory, which is handed out anew for every call: nothing in it outlives one. */
export class KernelMemory {
  private next = firstFree;

  private constructor(readonly run: Exports) {}

  static async start(module: WebAssembly.Module): Promise<KernelMemory> {
    const { exports } = await WebAssembly.instantiate(module);
    return new KernelMemory(exports as unknown as Exports);
  }

  /** Forgets all that was handed out, and makes room for `bytes`. Views made before may be dead afterwards. */
  reset(bytes: number): void {
    this.next = firstFree;
    const missing = firstFree + bytes - this.run.memory.buffer.byteLength;
    if (missing > 0) this.run.memory.grow(Math.ceil(missing / pageBytes));
  }

  /** The address of `bytes` bytes, at a multiple of 16; what is in them is left over. */
  take(bytes: number): number {
    const at = this.next;
    this.next = (at + bytes + 15) & ~15;
    if (this.next > this.run.memory.buffer.byteLength) throw new RangeError('more taken than was asked for');
    return at;
  }

  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.run.memory.buffer as ArrayBuffer, at, length);
  }
  floats(at: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.run.memory.buffer as ArrayBuffer, at, length);
  }
  words(at: number, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.run.memory.buffer as ArrayBuffer, at, length);
  }
}
