/**
 * The same bytes, those at even places before those at odd ones: of 16-bit weights the signs and exponents, which are
 * much alike, come together, and compress by a twentieth more. The worker puts them back (workers/adapters/planes.ts).
 *
 * @param {Uint8Array} data
 */
export function inPlanes(data) {
  const even = Math.ceil(data.length / 2);
  return Buffer.from(
    data.map((_, at) => /** @type {number} */ (data[at < even ? 2 * at : 2 * (at - even) + 1]))
  );
}
