/**
 * As much of the FlatBuffers format as adding to a TFLite model needs: reading tables and vectors, and writing
 * a new root in front of an old buffer, whose parts the new ones may point into (offsets only point forward, so
 * every old offset stays valid).
 */

/** @typedef {{ kind: 'table', fields: Record<number, Field> }} TableNode */
/** @typedef {{ kind: 'vector', items: (Node | number)[], scalar: 'i32' | 'f32' | 'ref' }} VectorNode */
/** @typedef {{ kind: 'bytes', data: Uint8Array, align: number }} BytesNode */
/** A part of the old buffer, by its offset there. @typedef {{ kind: 'old', at: number }} OldNode */
/** @typedef {TableNode | VectorNode | BytesNode | OldNode} Node */
/** @typedef {{ u8: number } | { u32: number } | Node} Field */

/** @param {Record<number, Field>} fields @returns {TableNode} */
export const table = (fields) => ({ kind: 'table', fields });
/** @param {Node[]} items @returns {VectorNode} */
export const refs = (items) => ({ kind: 'vector', items, scalar: 'ref' });
/** @param {number[]} items @returns {VectorNode} */
export const ints = (items) => ({ kind: 'vector', items, scalar: 'i32' });
/** @param {number[]} items @returns {VectorNode} */
export const floats = (items) => ({ kind: 'vector', items, scalar: 'f32' });
/** @param {Uint8Array} data @param {number} [align] @returns {BytesNode} */
export const bytes = (data, align = 16) => ({ kind: 'bytes', data, align });
/** Text, with the terminating zero the format asks for. @param {string} text @returns {BytesNode} */
export const string = (text) => ({ kind: 'bytes', data: new TextEncoder().encode(text), align: 4 });
/** @param {number} at @returns {OldNode} */
export const old = (at) => ({ kind: 'old', at });

/** @param {Uint8Array} buffer */
export function reader(buffer) {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const u32 = (/** @type {number} */ at) => view.getUint32(at, true);
  /** Where field `index` of the table lies; 0 where absent. */
  const slot = (/** @type {number} */ at, /** @type {number} */ index) => {
    const vtable = at - view.getInt32(at, true);
    const entry = 4 + 2 * index;
    const offset = entry < view.getUint16(vtable, true) ? view.getUint16(vtable + entry, true) : 0;
    return offset ? at + offset : 0;
  };
  return {
    root: u32(0),
    /** Offset of what field `index` of the table points at; 0 where absent. */
    ref(/** @type {number} */ at, /** @type {number} */ index) {
      const place = slot(at, index);
      return place ? place + u32(place) : 0;
    },
    /** Offsets of the tables in a vector. */
    refs(/** @type {number} */ at) {
      return at ? Array.from({ length: u32(at) }, (_, k) => at + 4 + 4 * k + u32(at + 4 + 4 * k)) : [];
    },
    /** Number in field `index` of the table; 0 where absent. */
    scalar(/** @type {number} */ at, /** @type {number} */ index, /** @type {'u8' | 'u32'} */ kind = 'u32') {
      const place = slot(at, index);
      return place ? (kind === 'u8' ? view.getUint8(place) : u32(place)) : 0;
    },
    /** What a vector of bytes holds; empty where absent. */
    bytes(/** @type {number} */ at) {
      return at ? buffer.subarray(at + 4, at + 4 + u32(at)) : new Uint8Array(0);
    },
    ints(/** @type {number} */ at) {
      return at ? Array.from({ length: u32(at) }, (_, k) => view.getInt32(at + 4 + 4 * k, true)) : [];
    }
  };
}

/**
 * Lays `root` and all it points at out in order, followed by `tail` (the old buffer).
 * @param {TableNode} root
 * @param {string} identifier Four characters.
 * @param {Uint8Array} [tail]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function serialise(root, identifier, tail = new Uint8Array(0)) {
  /** @type {number[]} */
  const out = [];
  const pad = (/** @type {number} */ to, ahead = 0) => {
    while ((out.length + ahead) % to) out.push(0);
  };
  const u16 = (/** @type {number} */ value) => out.push(value & 255, value >>> 8);
  const u32 = (/** @type {number} */ value) =>
    out.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  /** @type {Map<Node, number>} */
  const placed = new Map();
  /** @type {{ at: number, to: Node }[]} */
  const pending = [];
  /** @type {Node[]} */
  const queue = [root];
  const point = (/** @type {Node} */ to) => {
    pending.push({ at: out.length, to });
    if (to.kind !== 'old') queue.push(to);
    u32(0);
  };

  pending.push({ at: 0, to: root });
  u32(0);
  for (const letter of identifier) out.push(letter.charCodeAt(0));

  for (let node = queue.shift(); node; node = queue.shift()) {
    if (placed.has(node) || node.kind === 'old') continue;
    if (node.kind === 'table') {
      const fields = Object.entries(node.fields).map(([index, field]) => ({ index: Number(index), field }));
      // Four-byte fields first, so that all stay aligned.
      fields.sort((a, b) => Number('u8' in a.field) - Number('u8' in b.field));
      const slots = Array(Math.max(...fields.map(({ index }) => index)) + 1).fill(0);
      let size = 4;
      for (const { index, field } of fields) {
        slots[index] = size;
        size += 'u8' in field ? 1 : 4;
      }
      pad(4);
      const vtable = out.length;
      u16(4 + 2 * slots.length);
      u16(size);
      slots.forEach(u16);
      pad(4);
      placed.set(node, out.length);
      u32(out.length - vtable);
      for (const { field } of fields) {
        if ('u8' in field) out.push(field.u8);
        else if ('u32' in field) u32(field.u32);
        else point(field);
      }
    } else if (node.kind === 'vector') {
      pad(4);
      placed.set(node, out.length);
      u32(node.items.length);
      for (const item of node.items) {
        if (typeof item !== 'number') point(item);
        else if (node.scalar === 'f32') u32(new Uint32Array(new Float32Array([item]).buffer)[0] ?? 0);
        else u32(item >>> 0);
      }
    } else {
      pad(node.align, 4);
      placed.set(node, out.length);
      u32(node.data.length);
      for (const byte of node.data) out.push(byte);
      out.push(0);
    }
    pad(4);
  }
  pad(64);

  const whole = new Uint8Array(out.length + tail.length);
  whole.set(out);
  whole.set(tail, out.length);
  const view = new DataView(whole.buffer);
  for (const { at, to } of pending) {
    const target = to.kind === 'old' ? out.length + to.at : placed.get(to);
    if (target === undefined) throw new Error('A part of the flatbuffer was never laid out.');
    view.setUint32(at, target - at, true);
  }
  return whole;
}
