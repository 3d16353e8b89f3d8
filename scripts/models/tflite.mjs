/** Changes to a TFLite model (schema version 3), written as a new root in front of the unchanged old file. */
import { bytes, floats, old, reader, refs, serialise, string, table } from './flatbuffer.mjs';

/** @typedef {import('./flatbuffer.mjs').Node} Node */
/** The vectors of a model and its only subgraph, to be appended to. */
/** @typedef {{ operatorCodes: Node[], buffers: Node[], tensors: Node[], operators: Node[], outputs: number[] }} Parts */

/**
 * Adds the input normalisation that tasks-vision asks for as `TFLITE_METADATA`: it feeds (pixel − mean) / std.
 * `change` may append operators and tensors, and answers the new list of output tensors.
 * @param {Uint8Array} model
 * @param {{ mean: number, std: number, change?: (parts: Parts) => Node }} options
 */
export function withMetadata(model, { mean, std, change }) {
  const read = reader(model);
  const graph = read.refs(read.ref(read.root, 2))[0] ?? 0;
  const olds = (/** @type {number} */ vector) => read.refs(vector).map(old);
  /** @type {Parts} */
  const parts = {
    operatorCodes: olds(read.ref(read.root, 1)),
    buffers: olds(read.ref(read.root, 4)),
    tensors: olds(read.ref(graph, 0)),
    operators: olds(read.ref(graph, 3)),
    outputs: read.ints(read.ref(graph, 2))
  };
  const metadata = parts.buffers.push(table({ 0: bytes(normalisation(mean, std)) })) - 1;
  const outputs = change?.(parts) ?? old(read.ref(graph, 2));
  const name = read.ref(graph, 4);
  const subgraph = table({
    0: refs(parts.tensors),
    1: old(read.ref(graph, 1)),
    2: outputs,
    3: refs(parts.operators),
    ...(name ? { 4: old(name) } : {})
  });
  const root = table({
    0: { u32: 3 },
    1: refs(parts.operatorCodes),
    2: refs([subgraph]),
    3: old(read.ref(read.root, 3)),
    4: refs(parts.buffers),
    6: refs([table({ 0: string('TFLITE_METADATA'), 1: { u32: metadata } })])
  });
  return serialise(root, 'TFL3', model);
}

/** ModelMetadata (schema M001) with one input, `image`, and its NormalizationOptions. */
function normalisation(/** @type {number} */ mean, /** @type {number} */ std) {
  const options = table({ 0: floats([mean]), 1: floats([std]) });
  const unit = table({ 0: { u8: 1 }, 1: options });
  const input = table({ 0: string('image'), 4: refs([unit]) });
  return serialise(
    table({ 0: string('image'), 3: refs([table({ 2: refs([input]) })]), 7: string('1.0.0') }),
    'M001'
  );
}
