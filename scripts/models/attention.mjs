/**
 * The attention face mesh answers with six tensors: 468 mesh points (x, y, z), then refined lips, both eyes and
 * both irises (x, y). The landmarker reads one tensor of 478 points. Two operators fold them: a CONCATENATION and
 * a GATHER whose indices say, for each coordinate, where the best value lies. Index lists as in MediaPipe's
 * tensors_to_face_landmarks_with_attention.
 */
import { bytes, ints, string, table } from './flatbuffer.mjs';

const lips = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178,
  87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404,
  320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292,
  183, 42, 41, 38, 12, 268, 271, 272, 407
];
const rightEye = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26,
  112, 243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222,
  221, 189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107,
  55, 193
];
const leftEye = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253,
  252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342,
  445, 444, 443, 442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465,
  383, 300, 293, 334, 296, 336, 285, 417
];
/** First landmark of each iris, and the mesh point (the lid above it) that lends it its depth. */
const irises = [
  { first: 468, depthFrom: 159 },
  { first: 473, depthFrom: 386 }
];

const meshPoints = 468;
const allPoints = 478;
const folded = meshPoints * 3 + 2 * (lips.length + rightEye.length + leftEye.length + 10);

/** Built-in operators of the TFLite schema, and the tags of their options. */
const concatenation = { code: 2, options: 10 };
const gather = { code: 36, options: 23 };
const int32 = 2;

/** For each of 478 × 3 coordinates, its place in the concatenated outputs. */
function places() {
  const at = Int32Array.from({ length: allPoints * 3 }, (_, k) => k);
  let next = meshPoints * 3;
  for (const part of [lips, rightEye, leftEye])
    for (const point of part) {
      at[point * 3] = next++;
      at[point * 3 + 1] = next++;
    }
  for (const { first, depthFrom } of irises)
    for (let point = first; point < first + 5; point++) {
      at[point * 3] = next++;
      at[point * 3 + 1] = next++;
      at[point * 3 + 2] = depthFrom * 3 + 2;
    }
  if (next !== folded) throw new Error('The parts of the face mesh do not add up.');
  return at;
}

/**
 * Appends the two operators; answers the outputs the landmarker wants: 478 points, then face presence.
 * @param {import('./tflite.mjs').Parts} parts
 */
export function foldOutputs({ operatorCodes, buffers, tensors, operators, outputs }) {
  const indices = buffers.push(table({ 0: bytes(new Uint8Array(places().buffer)) })) - 1;
  const tensor = (
    /** @type {string} */ name,
    /** @type {number[]} */ shape,
    /** @type {number} */ type,
    /** @type {number} */ buffer
  ) => tensors.push(table({ 0: ints(shape), 1: { u8: type }, 2: { u32: buffer }, 3: string(name) })) - 1;
  const joined = tensor('joined', [1, 1, 1, folded], 0, 0);
  const order = tensor('order', [allPoints * 3], int32, indices);
  const points = tensor('points', [1, 1, 1, allPoints * 3], 0, 0);
  const add = (
    /** @type {{ code: number, options: number }} */ { code, options },
    /** @type {number[]} */ from,
    /** @type {number} */ to
  ) => {
    const opcode = operatorCodes.push(table({ 0: { u8: code }, 2: { u32: 1 }, 3: { u32: code } })) - 1;
    // Both operators' options begin with the axis.
    const fields = { 3: { u8: options }, 4: table({ 0: { u32: 3 } }) };
    operators.push(table({ 0: { u32: opcode }, 1: ints(from), 2: ints([to]), ...fields }));
  };
  add(concatenation, outputs.slice(0, 6), joined);
  add(gather, [joined, order], points);
  return ints([points, outputs[6] ?? 0]);
}
