/** Copies each pixel (four floats) of a level to the pixels of the next larger one that it covers. */
export function enlarge(from: usize, w: i32, h: i32, to: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) {
    const row = from + ((<usize>(((y * h) / height) * w)) << 4);
    for (let x = 0; x < width; x++, to += 16)
      v128.store(to, v128.load(row + ((<usize>((x * w) / width)) << 4)));
  }
}

/**
 * Gauss–Seidel rounds on the 2 × 2 system of each pixel: see `relax` in matte/foreground.ts.
 *
 * @param front, back colours 0…1, four floats a pixel
 * @param picture r, g, b and alpha, 0…1
 * @param active indices of the pixels to relax
 */
export function relax(
  front: usize,
  back: usize,
  picture: usize,
  active: usize,
  count: i32,
  width: i32,
  height: i32,
  rounds: i32,
  regularisation: f32
): void {
  const last = width * height - width;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const line = (<usize>width) << 4;
  for (let round = 0; round < rounds; round++)
    for (let n = 0; n < count; n++) {
      const pixel = load<i32>(active + ((<usize>n) << 2));
      const x = pixel % width;
      const at = (<usize>pixel) << 4;
      const own = picture + at;
      const a = load<f32>(own, 12);
      const b: f32 = 1 - a;
      const up = pixel >= width ? at - line : at;
      const down = pixel < last ? at + line : at;
      const left = x > 0 ? at - 16 : at;
      const right = x < width - 1 ? at + 16 : at;
      const wu = regularisation + abs(a - load<f32>(picture + up, 12));
      const wd = regularisation + abs(a - load<f32>(picture + down, 12));
      const wl = regularisation + abs(a - load<f32>(picture + left, 12));
      const wr = regularisation + abs(a - load<f32>(picture + right, 12));
      const vu = f32x4.splat(wu),
        vd = f32x4.splat(wd),
        vl = f32x4.splat(wl),
        vr = f32x4.splat(wr);
      const colour = v128.load(own);
      const f = f32x4.add(
        f32x4.add(
          f32x4.add(f32x4.mul(vu, v128.load(front + up)), f32x4.mul(vd, v128.load(front + down))),
          f32x4.add(f32x4.mul(vl, v128.load(front + left)), f32x4.mul(vr, v128.load(front + right)))
        ),
        f32x4.mul(f32x4.splat(a), colour)
      );
      const g = f32x4.add(
        f32x4.add(
          f32x4.add(f32x4.mul(vu, v128.load(back + up)), f32x4.mul(vd, v128.load(back + down))),
          f32x4.add(f32x4.mul(vl, v128.load(back + left)), f32x4.mul(vr, v128.load(back + right)))
        ),
        f32x4.mul(f32x4.splat(b), colour)
      );
      // The determinant is small where the weights are: in double precision.
      const total = <f64>(wu + wd + wl + wr);
      const p = <f64>a * <f64>a + total;
      const q = <f64>a * <f64>b;
      const r = <f64>b * <f64>b + total;
      const scale = 1 / (p * r - q * q);
      const sp = f32x4.splat(<f32>(p * scale)),
        sq = f32x4.splat(<f32>(q * scale));
      const sr = f32x4.splat(<f32>(r * scale));
      const newFront = f32x4.sub(f32x4.mul(sr, f), f32x4.mul(sq, g));
      const newBack = f32x4.sub(f32x4.mul(sp, g), f32x4.mul(sq, f));
      v128.store(front + at, f32x4.max(zero, f32x4.min(one, newFront)));
      v128.store(back + at, f32x4.max(zero, f32x4.min(one, newBack)));
    }
}
