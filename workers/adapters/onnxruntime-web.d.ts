/** The package describes its main entry only; the WASM one has the same interface. */
declare module 'onnxruntime-web/wasm' {
  export * from 'onnxruntime-common';
}
