import type { VisionAssets } from '../protocol';

export interface WasmFileset {
  wasmLoaderPath: string;
  wasmBinaryPath: string;
}

let tasks = 0;

/**
 * Where tasks-vision finds its wasm, for one more task in this worker. The loader hands its module factory out
 * once per evaluation, and a module is evaluated once per URL, so each further task asks for it by another URL.
 */
export function wasmFor({
  wasmLoader,
  wasmBinary
}: Pick<VisionAssets, 'wasmLoader' | 'wasmBinary'>): WasmFileset {
  const again = tasks++;
  return { wasmLoaderPath: again ? `${wasmLoader}?task=${again}` : wasmLoader, wasmBinaryPath: wasmBinary };
}
