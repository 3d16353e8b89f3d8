/** Premultiplied sRGB colour (0…255) and coverage (0…1), RGBA interleaved: what stands before the wall. */
export interface Layer {
  width: number;
  height: number;
  data: Float32Array;
}

/** Four values a pixel, all 0: nothing is seen. */
export function createLayer(width: number, height: number): Layer {
  return { width, height, data: new Float32Array(width * height * 4) };
}

/** One of its four channels. */
export function channel({ data }: Layer, k: number): Float32Array {
  const plane = new Float32Array(data.length / 4);
  for (let i = 0; i < plane.length; i++) plane[i] = data[i * 4 + k]!;
  return plane;
}

/** Mean of every `factor` × `factor` samples. */
export function downsample(layer: Layer, factor: number): Layer {
  if (factor === 1) return layer;
  const out = createLayer(layer.width / factor, layer.height / factor);
  const { data } = layer;
  const row = layer.width * 4;
  const share = 1 / factor ** 2;
  for (let y = 0, to = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++)
      for (let k = 0; k < 4; k++, to++) {
        let sum = 0;
        for (let sy = 0; sy < factor; sy++)
          for (let sx = 0; sx < factor; sx++)
            sum = Math.fround(sum + data[(y * factor + sy) * row + (x * factor + sx) * 4 + k]!);
        out.data[to] = sum * share;
      }
  return out;
}
