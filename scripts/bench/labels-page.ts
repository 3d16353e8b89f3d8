/** The page of the bench of labels: the model as it is shipped and as its package has it, side by side. */
import { startSegmenter } from '../../workers/adapters/mediapipe-segmenter';
import { outOfPlanes } from '../../workers/adapters/planes';
import { widenedModel } from '../../workers/adapters/widened';
import { VisionRuntime } from '../../workers/adapters/vision-runtime';

/** Milliseconds of each model's call, and the share of pixels with the same label. */
export interface LabelsCompared {
  shipped: number;
  packaged: number;
  same: number;
}

declare global {
  interface Window {
    labels?: (picture: string) => Promise<LabelsCompared>;
  }
}

const fetched = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const runtime = await VisionRuntime.start('/vision.js', await fetched('/vision.wasm'));
const shipped = await startSegmenter(runtime, widenedModel(outOfPlanes(await fetched('/shipped.tflite'))));
const packaged = await startSegmenter(runtime, await fetched('/packaged.tflite'));

/** Compares them on a square picture, given as a data URL. */
window.labels = async (picture) => {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  canvas.drawImage(bitmap, 0, 0);
  const image = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  const [ours, theirs] = [shipped, packaged].map((segment) => {
    const began = performance.now();
    const planes = segment(image);
    const ms = performance.now() - began;
    const winner = (at: number) =>
      planes.reduce((best, { data }, index) => (data[at]! > planes[best]!.data[at]! ? index : best), 0);
    return { ms, winners: Array.from(planes[0]!.data, (_, at) => winner(at)) };
  });
  const same = ours!.winners.filter((label, at) => label === theirs!.winners[at]).length;
  return { shipped: ours!.ms, packaged: theirs!.ms, same: same / ours!.winners.length };
};
