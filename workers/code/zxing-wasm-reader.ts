import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { Binarizer, CodeReader } from './reader';

const options: ReaderOptions = {
  formats: ['QRCode'],
  textMode: 'Plain',
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  // All there are: ours may be any of them, and a false Micro QR would hide the real code.
  maxNumberOfSymbols: 64
};

const binarizers = { local: 'LocalAverage', global: 'GlobalHistogram' } as const satisfies Record<
  Binarizer,
  ReaderOptions['binarizer']
>;

/** zxing-cpp in WebAssembly, from its binary. Rejects when it cannot start. */
export async function openZxingWasm(wasmBinary: ArrayBuffer): Promise<CodeReader> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return {
    id: 'zxing-wasm',
    async read(picture, binarizer) {
      const found = await readBarcodes(picture as ImageData, {
        ...options,
        binarizer: binarizers[binarizer]
      });
      // 'QRCode' also covers Micro QR and rMQR, which noise can imitate.
      const full = found.filter(
        ({ isValid, format, text, bytes }) =>
          isValid && !/micro|rmqr/i.test(format) && (text !== '' || bytes.length > 0)
      );
      return full.map(({ text, bytes, hasECI, position }) => ({
        text,
        bytes: new Uint8Array(bytes),
        eci: hasECI,
        corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
      }));
    }
  };
}
