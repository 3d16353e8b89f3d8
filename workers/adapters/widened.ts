/** The value of a 16-bit float by its bits (IEEE 754 binary16; the models have no infinities). */
function widened16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return sign * (exponent ? 2 ** (exponent - 25) * (1024 + fraction) : 2 ** -24 * fraction);
}

/**
 * A model as its engine wants it, out of the form it travels in: runs of 32-bit weights stored in 16 bits
 * (scripts/models/half.mjs has the form). Some 20 ms for 8 MB.
 */
export function widenedModel(packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint32(0, true);
  const runs = Array.from({ length: count }, (_, index) => ({
    offset: view.getUint32(4 + 8 * index, true),
    length: view.getUint32(8 + 8 * index, true)
  }));
  let from = 4 + 8 * count;
  const saved = runs.reduce((sum, { length }) => sum + length / 2, 0);
  const model = new Uint8Array(packed.length - from + saved);
  const out = new DataView(model.buffer);
  const values = Float32Array.from({ length: 65536 }, (_, bits) => widened16(bits));
  let to = 0;
  for (const { offset, length } of runs) {
    model.set(packed.subarray(from, from + offset - to), to);
    from += offset - to;
    for (to = offset; to < offset + length; to += 4, from += 2)
      out.setFloat32(to, values[view.getUint16(from, true)]!, true);
  }
  model.set(packed.subarray(from), to);
  return model;
}
