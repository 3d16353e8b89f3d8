/** Premultiplied sRGB colour (0…255) and coverage (0…1), RGBA interleaved: what stands before the wall. */
export interface Layer {
  width: number;
  height: number;
  data: Float32Array;
}

export function createLayer(width: number, height: number): Layer {
  return { width, height, data: new Float32Array(width * height * 4) };
}

/** Mean of every `factor` × `factor` samples. */
export function downsample(layer: Layer, factor: number): Layer {
  if (factor === 1) return layer;
  const out = createLayer(layer.width / factor, layer.height / factor);
  for (let y = 0; y < layer.height; y++)
    for (let x = 0; x < layer.width; x++) {
      const from = (y * layer.width + x) * 4;
      const to = (Math.floor(y / factor) * out.width + Math.floor(x / factor)) * 4;
      for (let k = 0; k < 4; k++) out.data[to + k]! += layer.data[from + k]!;
    }
  const share = 1 / factor ** 2;
  for (let i = 0; i < out.data.length; i++) out.data[i]! *= share;
  return out;
}
