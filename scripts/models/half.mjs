/**
 * A TFLite model for the way to the browser: its large 32-bit weights in 16 bits, which halves it. The worker widens
 * them again before the model is loaded (workers/adapters/widened.ts): a network that reads 16 bits itself takes three times as long.
 *
 * Little-endian: how many runs of weights there are, offset and length of each in the model, then the model with
 * each run in 16 bits.
 */
import { reader } from './flatbuffer.mjs';

/** Tensor type after the TFLite schema. */
const float32 = 0;
/** Bytes up to which a tensor is left as it is: biases weigh nothing. */
const small = 4096;

/** @param {Uint8Array} model with one subgraph */
export function halved(model) {
  const runs = weightsOf(model);
  const head = Buffer.alloc(4 + 8 * runs.length);
  head.writeUInt32LE(runs.length);
  /** @type {Uint8Array[]} */
  const parts = [head];
  let from = 0;
  runs.forEach(({ offset, length }, index) => {
    head.writeUInt32LE(offset, 4 + 8 * index);
    head.writeUInt32LE(length, 8 + 8 * index);
    parts.push(model.subarray(from, offset), halves(model.subarray(offset, offset + length)));
    from = offset + length;
  });
  return Buffer.concat([...parts, model.subarray(from)]);
}

/** Where the large weights lie, in order. @param {Uint8Array} model */
function weightsOf(model) {
  const read = reader(model);
  const graph = read.refs(read.ref(read.root, 2))[0] ?? 0;
  const buffers = read.refs(read.ref(read.root, 4));
  /** @type {Map<number, number>} */
  const runs = new Map();
  for (const tensor of read.refs(read.ref(graph, 0))) {
    const data = read.bytes(read.ref(buffers[read.scalar(tensor, 2)] ?? 0, 0));
    if (data.length > small && read.scalar(tensor, 1, 'u8') === float32)
      runs.set(data.byteOffset - model.byteOffset, data.length);
  }
  return [...runs].map(([offset, length]) => ({ offset, length })).sort((a, b) => a.offset - b.offset);
}

/** 32-bit floats as 16-bit ones, to the nearest, ties to even. @param {Uint8Array} data */
function halves(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const result = new Uint8Array(data.length / 2);
  const out = new DataView(result.buffer);
  for (let at = 0; at < data.length; at += 4) out.setUint16(at / 2, half(view.getFloat32(at, true)), true);
  return result;
}

/** The bits of the nearest 16-bit float. @param {number} value @throws {Error} beyond its range */
export function half(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65520) throw new Error('A weight is too large for 16 bits.');
  // Below the smallest normal number steps are as there: 2^-24.
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-30)));
  const steps = even(size / 2 ** (exponent - 10));
  // A carry out of the fraction counts the exponent up by itself.
  return sign | (exponent === -14 ? steps : ((exponent + 14) << 10) + steps);
}

/** @param {number} value */
function even(value) {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2) ? floor + 1 : floor;
}
