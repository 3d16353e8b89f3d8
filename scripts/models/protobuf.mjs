/**
 * The little of protobuf's wire format that is needed to change a model file: fields with a tag, a wire type and
 * bytes. Source: protobuf.dev/programming-guides/encoding.
 */

const lengthDelimited = 2;

/** @param {Buffer} data @param {number} at @returns {[value: number, next: number]} */
function readVarint(data, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = data[at++];
    if (byte === undefined) throw new Error('protobuf ends inside a number');
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
export function varint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  bytes.push(value);
  return Buffer.from(bytes);
}

/** A length-delimited field. @param {number} tag @param {Buffer} value */
export const field = (tag, value) =>
  Buffer.concat([varint(tag * 8 + lengthDelimited), varint(value.length), value]);

/** A number field. @param {number} tag @param {number} value */
export const numberField = (tag, value) => Buffer.concat([varint(tag * 8), varint(value)]);

/**
 * The fields of a message in order; `raw` is a field with its tag, `value` its content (a number's own bytes for the
 * other wire types).
 * @param {Buffer} message
 * @returns {{ tag: number, wire: number, value: Buffer, raw: Buffer }[]}
 */
export function fields(message) {
  const found = [];
  for (let at = 0; at < message.length;) {
    const start = at;
    const [key, afterKey] = readVarint(message, at);
    const wire = key % 8;
    let from = afterKey;
    let end;
    if (wire === lengthDelimited) {
      const [length, afterLength] = readVarint(message, afterKey);
      from = afterLength;
      end = from + length;
    } else if (wire === 0) [, end] = readVarint(message, afterKey);
    else end = from + (wire === 5 ? 4 : 8);
    found.push({
      tag: Math.floor(key / 8),
      wire,
      value: message.subarray(from, end),
      raw: message.subarray(start, end)
    });
    at = end;
  }
  return found;
}

/** Numbers of a packed field. @param {Buffer} packed */
export function unpack(packed) {
  const values = [];
  for (let at = 0; at < packed.length;) {
    const [value, next] = readVarint(packed, at);
    values.push(value);
    at = next;
  }
  return values;
}
