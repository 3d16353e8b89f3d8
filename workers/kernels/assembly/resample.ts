/**
 * A row of 8-bit RGBA as four floats a pixel, its first and last pixel repeated to both sides.
 *
 * @param to room for `before + pixels + after` pixels
 */
export function spreadRow(from: usize, pixels: i32, to: usize, before: i32, after: i32): void {
  const first = pixel(from);
  const last = pixel(from + ((<usize>pixels - 1) << 2));
  for (let i = 0; i < before; i++, to += 16) v128.store(to, first);
  for (let i = 0; i < pixels; i++, to += 16, from += 4) v128.store(to, pixel(from));
  for (let i = 0; i < after; i++, to += 16) v128.store(to, last);
}

function pixel(at: usize): v128 {
  const words = i16x8.extend_low_i8x16_u(v128.load32_zero(at));
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(words));
}

/**
 * The weighted sums of `count` neighbours for each of `width` output pixels.
 *
 * @param first index into `row` per output pixel
 * @param weights `count` floats per output pixel
 */
export function gatherRow(row: usize, first: usize, weights: usize, count: i32, width: i32, to: usize): void {
  for (let x = 0; x < width; x++, first += 4, to += 16) {
    let at = row + ((<usize>load<i32>(first)) << 4);
    let sum = f32x4.splat(0);
    for (let k = 0; k < count; k++, at += 16, weights += 4)
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights), v128.load(at)));
    v128.store(to, sum);
  }
}

/** Adds `weight` times a row of four floats a pixel to another. */
export function addRow(to: usize, from: usize, width: i32, weight: f32): void {
  const factor = f32x4.splat(weight);
  for (let x = 0; x < width; x++, to += 16, from += 16)
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(factor, v128.load(from))));
}

/** Four floats a pixel → 8-bit RGBA, rounded half to even as a clamped array does, opaque. */
export function roundRow(from: usize, to: usize, width: i32): void {
  for (let x = 0; x < width; x++, from += 16, to += 4) {
    const words = i32x4.trunc_sat_f32x4_s(f32x4.nearest(v128.load(from)));
    const bytes = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(words, words), i16x8.splat(0));
    store<u32>(to, i32x4.extract_lane(bytes, 0) | 0xff000000);
  }
}
