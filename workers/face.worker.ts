import { expose } from 'comlink';
import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { download } from './download';
import { CoreError, starting } from './errors';
import { headGeometry } from './face/geometry';
import { createLandmarker, facesOf, scaleFace } from './face/landmarker';
import { VisionRuntime } from './face/vision';
import { solveCrop } from './finish/crop';
import type { RgbaImage } from './image/image';
import { workerLog } from './log';
import type { CameraFrame, FaceWorkerApi, Finding, HeadGeometry, LiveAnswer } from './protocol';
import { defaultStandard, findStandard } from './standard/catalogue';
import { Pace } from './pace';
import { judge } from './verdict/judge';

/** Longer side, in pixels, that the measures look at: enough for light and focus, quick to read back. */
const measuredSide = 512;
/**
 * Share of the time that may go into looking at the pixels; the rest finds landmarks. Light and focus change slowly, a
 * pose does not.
 */
const pixelShare = 0.08;

let landmarker: FaceLandmarker | undefined;
let canvas: OffscreenCanvas | undefined;
const pace = new Pace(pixelShare);
const log = workerLog();
/** Of the frame before. */
let before: readonly Finding[] = [];
let sat = false;

const api: FaceWorkerApi = {
  init: ({ wasmLoader, wasmBinary, faceModel }, onProgress) =>
    log.outcome(async () => {
      // The loader is fetched once more by the runtime, then out of the cache: a slow line shows as progress here.
      const urls = [faceModel, wasmBinary, wasmLoader];
      const [model, vision] = await log.time('download', () => download(urls, onProgress));
      landmarker = await log.time('start', () =>
        starting(async () => {
          const runtime = await VisionRuntime.start(wasmLoader, vision!);
          return createLandmarker(runtime.next(), model!, 'VIDEO');
        })
      );
      return null;
    }),

  analyse: (frame, timestampMs, standard) =>
    log.outcome(async () => {
      const bitmap = await bitmapOf(frame);
      try {
        const answer = analyse(bitmap, timestampMs, standard);
        log.frame('landmarks', answer.ms.landmarks);
        log.frame('measure', answer.ms.measure);
        return answer;
      } finally {
        bitmap.close();
      }
    }),

  detect: (frame, timestampMs) =>
    log.outcome(async () => {
      if (!landmarker) throw new CoreError('model.load');
      const bitmap = await bitmapOf(frame);
      try {
        return landmarker.detectForVideo(bitmap, timestampMs).faceLandmarks.length;
      } finally {
        bitmap.close();
      }
    })
};

async function bitmapOf(frame: CameraFrame): Promise<ImageBitmap> {
  if (frame instanceof ImageBitmap) return frame;
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}

function analyse(frame: ImageBitmap, timestampMs: number, standardId: string): LiveAnswer {
  if (!landmarker) throw new CoreError('model.load');
  const standard = findStandard(standardId) ?? defaultStandard;
  const started = performance.now();
  const scale = Math.min(1, measuredSide / Math.max(frame.width, frame.height));
  const found = facesOf(landmarker.detectForVideo(frame, timestampMs), frame.width, frame.height);
  const seen = performance.now();

  const [sitter] = found;
  const geometry = sitter ? headGeometry(sitter, null, frame) : null;
  const faces = found.map((face) => scaleFace(face, scale));
  const framing = geometry ? { framing: { reason: solveCrop(geometry, frame, standard).reason } } : {};
  pace.earn(performance.now() - started);
  const looked = performance.now();
  // Where somebody comes, goes or is not seen, the light is asked at once.
  const quick = !pace.due && sat && sitter !== undefined;
  sat = sitter !== undefined;
  const image = quick ? blank(frame, scale) : pixels(frame, scale);
  const input = { image, faces, geometry: geometry && scaled(geometry, scale), matte: null, ...framing };
  const question = { kind: 'live', stage: 'live', standard } as const;
  const judged = judge(input, quick ? { ...question, slow: before } : question);
  before = judged.findings;
  if (!quick) pace.spend(performance.now() - looked);
  return {
    faces: found.length,
    report: judged,
    advice: judged.reasons[0] ?? null,
    geometry,
    sharpness: judged.findings.find(({ id }) => id === 'sharpness')?.value ?? 0,
    ms: { landmarks: seen - started, measure: performance.now() - seen }
  };
}

/** Of the measured size, where no rule looks at a pixel. */
function blank(frame: ImageBitmap, scale: number): RgbaImage {
  const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  return { width, height, data: new Uint8ClampedArray() };
}

function pixels(frame: ImageBitmap, scale: number): RgbaImage {
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(frame, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function scaled(geometry: HeadGeometry, scale: number): HeadGeometry {
  const { crownY, eyeY, chinY, faceLeft, faceRight, centreX } = geometry;
  return {
    crownY: crownY * scale,
    eyeY: eyeY * scale,
    chinY: chinY * scale,
    faceLeft: faceLeft * scale,
    faceRight: faceRight * scale,
    centreX: centreX * scale
  };
}

expose(api);
