/**
 * A TFLite model whose large 32-bit weights are stored in 16 bits, each behind a DEQUANTIZE that widens it again when
 * the model is loaded: half the bytes, the same network.
 */
import { unzipSync } from 'fflate';
import { bytes, ints, old, reader, refs, serialise, table } from './flatbuffer.mjs';
import { zip } from './zip.mjs';

/** Tensor types and the operator's code, after the TFLite schema. */
const float32 = 0;
const float16 = 1;
const dequantize = { code: 6, version: 2 };
/** Bytes up to which a tensor is left as it is: biases weigh nothing. */
const small = 4096;
/** What is kept of the old file begins at a multiple of this, so that nothing in it loses its alignment. */
const alignment = 64;

/**
 * Files packed behind the model (label names) and its own metadata stay.
 *
 * @param {Uint8Array} model with one subgraph, its weights in front of all else that is kept
 */
export function halved(model) {
  const read = reader(model);
  const graph = read.refs(read.ref(read.root, 2))[0] ?? 0;
  const [tensors, operators, buffers] = [
    read.refs(read.ref(graph, 0)),
    read.refs(read.ref(graph, 3)),
    read.refs(read.ref(read.root, 4))
  ];
  const weights = tensors.flatMap((tensor, index) => {
    const buffer = read.scalar(tensor, 2);
    const data = read.bytes(read.ref(buffers[buffer] ?? 0, 0));
    return data.length > small && read.scalar(tensor, 1, 'u8') === float32 ? { index, buffer, data } : [];
  });
  const cut = Math.floor(graph / alignment) * alignment;
  const keep = (/** @type {number} */ at) => {
    if (at < cut) throw new Error('A part to be kept lies among the weights.');
    return old(at - cut);
  };
  const isWeight = new Set(weights.map(({ buffer }) => buffer));
  const newBuffers = buffers.map((buffer, index) => {
    const data = read.bytes(read.ref(buffer, 0));
    // A buffer that holds nothing must not say so: an output with any data counts as a constant.
    return table(data.length ? { 0: bytes(isWeight.has(index) ? halves(data) : data) } : {});
  });
  /** @type {import('./flatbuffer.mjs').Node[]} */
  const newTensors = tensors.map(keep);
  const widen = read.refs(read.ref(read.root, 1)).length;
  const widening = weights.map(({ index, buffer }) => {
    const tensor = tensors[index] ?? 0;
    const like = { 0: keep(read.ref(tensor, 0)), 3: keep(read.ref(tensor, 3)) };
    newTensors[index] = table({ ...like, 1: { u8: float32 }, 2: { u32: 0 } });
    const half = newTensors.push(table({ ...like, 1: { u8: float16 }, 2: { u32: buffer } })) - 1;
    return table({ 0: { u32: widen }, 1: ints([half]), 2: ints([index]) });
  });
  const { code, version } = dequantize;
  const root = table({
    0: { u32: 3 },
    1: refs([
      ...read.refs(read.ref(read.root, 1)).map(keep),
      table({ 0: { u8: code }, 2: { u32: version }, 3: { u32: code } })
    ]),
    2: refs([
      table({
        0: refs(newTensors),
        1: keep(read.ref(graph, 1)),
        2: keep(read.ref(graph, 2)),
        3: refs([...widening, ...operators.map(keep)])
      })
    ]),
    4: refs(newBuffers),
    6: refs(
      read
        .refs(read.ref(read.root, 6))
        .map((entry) =>
          table({ 0: bytes(read.bytes(read.ref(entry, 0)), 4), 1: { u32: read.scalar(entry, 1) } })
        )
    )
  });
  const packed = Object.entries(unzipSync(model));
  const end = model.length - (packed.length ? endOf(model) : 0);
  const whole = serialise(root, 'TFL3', model.subarray(cut, end));
  return packed.length ? Buffer.concat([whole, zip(Object.fromEntries(packed))]) : whole;
}

/** Length of the ZIP archive behind a model. @param {Uint8Array} model */
function endOf(model) {
  const start = Buffer.from(model.buffer, model.byteOffset, model.length).lastIndexOf('PK\u0003\u0004');
  return model.length - start;
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
