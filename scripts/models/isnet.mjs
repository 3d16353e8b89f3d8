/**
 * ISNet for another input size. The network is fully convolutional, but its file fixes 1024 × 1024 in the shapes of
 * its input and output and in the constants that its Resize nodes take their sizes from; these are scaled, the side
 * outputs and the recorded shapes in between dropped. Field numbers are those of onnx.proto3.
 */
import { field, fields, numberField, unpack, varint } from './protobuf.mjs';

/** Side the file was made for. */
const madeFor = 1024;

const model = { graph: 7 };
const graph = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 };
const node = { input: 1, output: 2, opType: 4, attribute: 5 };
const attributeTensor = 5;
const tensor = { int64Data: 7, name: 8, rawData: 9 };

/**
 * @param {Buffer} file the model for 1024 × 1024
 * @param {{ width: number, height: number }} size multiples of 32
 */
export function resizeIsnet(file, size) {
  return Buffer.concat(
    fields(file).map(({ tag, value, raw }) =>
      tag === model.graph ? field(tag, resizeGraph(value, size)) : raw
    )
  );
}

/** @param {Buffer} given @param {{ width: number, height: number }} size */
function resizeGraph(given, size) {
  const parts = fields(given);
  const { nodes, initializers } = sizeConstants(parts);
  let outputs = 0;
  return Buffer.concat(
    parts.flatMap(({ tag, value, raw }) => {
      if (tag === graph.valueInfo) return [];
      if (tag === graph.input) return [field(tag, valueInfo(value, 3, size))];
      // The first output is the finest; the others are its coarser drafts.
      if (tag === graph.output) return outputs++ ? [] : [field(tag, valueInfo(value, 1, size))];
      if (tag === graph.node && nodes.has(text(value, node.output)))
        return [field(tag, scaleNode(value, size))];
      if (tag === graph.initializer && initializers.has(text(value, tensor.name)))
        return [field(tag, scaleTensor(value, size))];
      return [raw];
    })
  );
}

/** Names of the constants that Resize nodes take their sizes from. @param {ReturnType<typeof fields>} parts */
function sizeConstants(parts) {
  const made = new Map();
  const sizes = new Set();
  for (const { tag, value } of parts) {
    if (tag !== graph.node) continue;
    const inputs = fields(value)
      .filter((one) => one.tag === node.input)
      .map((one) => one.value.toString());
    const operation = text(value, node.opType);
    made.set(text(value, node.output), { operation, inputs });
    if (operation === 'Resize') sizes.add(inputs[3]);
  }
  const nodes = new Set();
  const initializers = new Set();
  for (const name of sizes) {
    const maker = made.get(name);
    const source = maker?.operation === 'Concat' ? maker.inputs.at(-1) : name;
    (made.has(source) ? nodes : initializers).add(source);
  }
  return { nodes, initializers };
}

/** @param {Buffer} message @param {number} tag */
const text = (message, tag) =>
  fields(message)
    .find((one) => one.tag === tag)
    ?.value.toString() ?? '';

/** A float tensor 1 × channels × height × width. @param {Buffer} info @param {number} channels @param {{ width: number, height: number }} size */
function valueInfo(info, channels, { width, height }) {
  const dimension = (/** @type {number} */ n) => field(1, numberField(1, n));
  const shape = Buffer.concat([1, channels, height, width].map(dimension));
  const type = Buffer.concat([numberField(1, 1), field(2, shape)]);
  return Buffer.concat([field(1, Buffer.from(text(info, 1))), field(2, field(1, type))]);
}

/** @param {Buffer} constant @param {{ width: number, height: number }} size */
const scaleNode = (constant, size) =>
  Buffer.concat(
    fields(constant).map(({ tag, value, raw }) =>
      tag === node.attribute
        ? field(
            tag,
            Buffer.concat(
              fields(value).map((one) =>
                one.tag === attributeTensor ? field(one.tag, scaleTensor(one.value, size)) : one.raw
              )
            )
          )
        : raw
    )
  );

/** @param {Buffer} given @param {{ width: number, height: number }} size */
function scaleTensor(given, { width, height }) {
  const scale = (/** @type {number[]} */ values) => [
    ...values.slice(0, -2),
    Math.ceil((values.at(-2) * height) / madeFor),
    Math.ceil((values.at(-1) * width) / madeFor)
  ];
  return Buffer.concat(
    fields(given).map(({ tag, wire, value, raw }) => {
      if (tag === tensor.rawData) {
        const values = Array.from({ length: value.length / 8 }, (_, i) =>
          Number(value.readBigInt64LE(i * 8))
        );
        const scaled = Buffer.alloc(value.length);
        scale(values).forEach((one, i) => scaled.writeBigInt64LE(BigInt(one), i * 8));
        return field(tag, scaled);
      }
      if (tag === tensor.int64Data && wire === 2)
        return field(tag, Buffer.concat(scale(unpack(value)).map(varint)));
      return raw;
    })
  );
}
