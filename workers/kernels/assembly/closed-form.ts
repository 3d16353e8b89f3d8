/** Pixels of a 3 × 3 window; entries of a row: 5 × 5 neighbours. */
const windowSize = 9;
const neighbours = 25;

/** Three rows of three pixels' r, g, b, each padded to four lanes. */
const red = memory.data(48, 16);
const green = memory.data(48, 16);
const blue = memory.data(48, 16);

/**
 * Adds the matting Laplacian's rows of the band's pixels: see `assemble` in matte/closed-form.ts.
 *
 * @param image 8-bit RGBA
 * @param rowOf per pixel its row, or -1
 * @param values rows of 25 floats, zeroed, and 16 bytes after them
 */
export function assemble(
  image: usize,
  rowOf: usize,
  values: usize,
  width: i32,
  height: i32,
  epsilon: f32
): void {
  const floor = epsilon / <f32>windowSize;
  const ninth: f32 = 1 / <f32>windowSize;
  const lanes = i32x4(-1, -1, -1, 0);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if (!touches(rowOf + ((<usize>(at - width - 1)) << 2), (<usize>width) << 2)) continue;
      let r: f32 = 0,
        g: f32 = 0,
        b: f32 = 0;
      let rr: f32 = 0,
        rg: f32 = 0,
        rb: f32 = 0,
        gg: f32 = 0,
        gb: f32 = 0,
        bb: f32 = 0;
      for (let j = 0; j < 3; j++)
        for (let i = 0; i < 3; i++) {
          const from = image + ((<usize>(at + (j - 1) * width + i - 1)) << 2);
          const lane = <usize>(j * 16 + i * 4);
          const p = <f32>load<u8>(from) / 255;
          const q = <f32>load<u8>(from, 1) / 255;
          const s = <f32>load<u8>(from, 2) / 255;
          store<f32>(red + lane, p);
          store<f32>(green + lane, q);
          store<f32>(blue + lane, s);
          r += p;
          g += q;
          b += s;
        }
      r *= ninth;
      g *= ninth;
      b *= ninth;
      // Centred first: in single precision the squares of near-equal colours would cancel.
      for (let line: usize = 0; line < 48; line += 16) {
        const p = v128.and(f32x4.sub(v128.load(red + line), f32x4.splat(r)), lanes);
        const q = v128.and(f32x4.sub(v128.load(green + line), f32x4.splat(g)), lanes);
        const s = v128.and(f32x4.sub(v128.load(blue + line), f32x4.splat(b)), lanes);
        v128.store(red + line, p);
        v128.store(green + line, q);
        v128.store(blue + line, s);
        rr += sum(f32x4.mul(p, p));
        rg += sum(f32x4.mul(p, q));
        rb += sum(f32x4.mul(p, s));
        gg += sum(f32x4.mul(q, q));
        gb += sum(f32x4.mul(q, s));
        bb += sum(f32x4.mul(s, s));
      }
      const c0 = <f64>(rr * ninth + floor),
        c1 = <f64>(rg * ninth),
        c2 = <f64>(rb * ninth);
      const c3 = <f64>(gg * ninth + floor),
        c4 = <f64>(gb * ninth),
        c5 = <f64>(bb * ninth + floor);
      const n0 = c3 * c5 - c4 * c4,
        n1 = c2 * c4 - c1 * c5,
        n2 = c1 * c4 - c2 * c3;
      const scale = 1 / (c0 * n0 + c1 * n1 + c2 * n2);
      const m0 = <f32>(n0 * scale),
        m1 = <f32>(n1 * scale),
        m2 = <f32>(n2 * scale);
      const m3 = <f32>((c0 * c5 - c2 * c2) * scale);
      const m4 = <f32>((c1 * c2 - c0 * c4) * scale);
      const m5 = <f32>((c0 * c3 - c1 * c1) * scale);
      for (let j = 0; j < 3; j++)
        for (let i = 0; i < 3; i++) {
          const row = load<i32>(rowOf + ((<usize>(at + (j - 1) * width + i - 1)) << 2));
          if (row < 0) continue;
          const lane = <usize>(j * 16 + i * 4);
          const p = load<f32>(red + lane),
            q = load<f32>(green + lane),
            s = load<f32>(blue + lane);
          const u = f32x4.splat((m0 * p + m1 * q + m2 * s) * ninth);
          const v = f32x4.splat((m1 * p + m3 * q + m4 * s) * ninth);
          const w = f32x4.splat((m2 * p + m4 * q + m5 * s) * ninth);
          const own = values + <usize>(row * neighbours) * 4;
          let to = own + <usize>((2 - j) * 5 + 2 - i) * 4;
          for (let line: usize = 0; line < 48; line += 16, to += 20) {
            let part = f32x4.add(f32x4.splat(ninth), f32x4.mul(u, v128.load(red + line)));
            part = f32x4.add(part, f32x4.mul(v, v128.load(green + line)));
            part = f32x4.add(part, f32x4.mul(w, v128.load(blue + line)));
            v128.store(to, f32x4.sub(v128.load(to), v128.and(part, lanes)));
          }
          store<f32>(own + 48, load<f32>(own + 48) + 1);
        }
    }
}

/** Whether a 3 × 3 window, given by its first entry of `rowOf`, holds a row. */
function touches(at: usize, line: usize): bool {
  const one = v128.and(v128.and(v128.load(at), v128.load(at + line)), v128.load(at + 2 * line));
  // Without a row all entries are -1; of the fourth lane nothing is asked.
  return (i32x4.extract_lane(one, 0) & i32x4.extract_lane(one, 1) & i32x4.extract_lane(one, 2)) != -1;
}

function sum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** `product` = the rows times `vector`; answers the sum of vector × product over the band. */
export function multiply(
  values: usize,
  band: usize,
  rows: i32,
  vector: usize,
  width: i32,
  product: usize
): f64 {
  const line = (<usize>width) << 2;
  let curvature: f64 = 0;
  for (let row = 0; row < rows; row++, values += 100, band += 4, product += 4) {
    const own = vector + ((<usize>load<i32>(band)) << 2);
    let at = own - 2 * line - 8;
    let four = f32x4.mul(v128.load(values), v128.load(at));
    let last = load<f32>(values, 16) * load<f32>(at, 16);
    at += line;
    four = f32x4.add(four, f32x4.mul(v128.load(values, 20), v128.load(at)));
    last += load<f32>(values, 36) * load<f32>(at, 16);
    at += line;
    four = f32x4.add(four, f32x4.mul(v128.load(values, 40), v128.load(at)));
    last += load<f32>(values, 56) * load<f32>(at, 16);
    at += line;
    four = f32x4.add(four, f32x4.mul(v128.load(values, 60), v128.load(at)));
    last += load<f32>(values, 76) * load<f32>(at, 16);
    at += line;
    four = f32x4.add(four, f32x4.mul(v128.load(values, 80), v128.load(at)));
    last += load<f32>(values, 96) * load<f32>(at, 16);
    const all = sum(four) + last;
    store<f32>(product, all);
    curvature += <f64>load<f32>(own) * <f64>all;
  }
  return curvature;
}

/** Sum of a × b × c over three arrays of floats. */
export function dot(a: usize, b: usize, c: usize, length: i32): f64 {
  let total: f64 = 0;
  for (let i = 0; i < length; i++, a += 4, b += 4, c += 4)
    total += <f64>load<f32>(a) * <f64>load<f32>(b) * <f64>load<f32>(c);
  return total;
}

/** One step along `vector`: moves `x`, lessens `residual`; answers the energy that is left. */
export function step(
  band: usize,
  rows: i32,
  x: usize,
  vector: usize,
  product: usize,
  residual: usize,
  inverse: usize,
  length: f64
): f64 {
  let energy: f64 = 0;
  const by = <f32>length;
  for (let row = 0; row < rows; row++, band += 4, product += 4, residual += 4, inverse += 4) {
    const at = (<usize>load<i32>(band)) << 2;
    store<f32>(x + at, load<f32>(x + at) + by * load<f32>(vector + at));
    const r = load<f32>(residual) - by * load<f32>(product);
    store<f32>(residual, r);
    energy += <f64>(r * r * load<f32>(inverse));
  }
  return energy;
}

/** The next direction: the preconditioned residual and `keep` of the last. */
export function turn(
  band: usize,
  rows: i32,
  vector: usize,
  residual: usize,
  inverse: usize,
  keep: f32
): void {
  for (let row = 0; row < rows; row++, band += 4, residual += 4, inverse += 4) {
    const at = vector + ((<usize>load<i32>(band)) << 2);
    store<f32>(at, load<f32>(residual) * load<f32>(inverse) + keep * load<f32>(at));
  }
}
