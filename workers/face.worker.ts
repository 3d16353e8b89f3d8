import { expose } from 'comlink';
import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { download } from './download';
import { CoreError, outcome } from './errors';
import { headGeometry } from './face/geometry';
import { createLandmarker, facesOf, scaleFace } from './face/landmarker';
import { wasmFor } from './face/vision';
import { solveCrop } from './finish/crop';
import type { RgbaImage } from './image/image';
import type { CameraFrame, FaceWorkerApi, Finding, HeadGeometry, LiveAnswer } from './protocol';
import { defaultStandard, findStandard } from './standard/catalogue';
import { judge, report } from './verdict/judge';

/** Longer side, in pixels, that the measures look at: enough for light and focus, quick to read back. */
const measuredSide = 512;
/** Every how many frames the slow rules are asked. */
const slowEvery = 5;

let landmarker: FaceLandmarker | undefined;
let canvas: OffscreenCanvas | undefined;
let frames = 0;
let slowFindings: Finding[] = [];

const api: FaceWorkerApi = {
  init: ({ wasmLoader, wasmBinary, faceModel }, onProgress) =>
    outcome(async () => {
      // The binary is fetched here for its progress; the runtime then finds it in the browser's cache.
      const [model] = await download([faceModel, wasmBinary], onProgress);
      landmarker = await createLandmarker(wasmFor({ wasmLoader, wasmBinary }), model!, 'VIDEO');
      return null;
    }, 'model.load'),

  analyse: (frame, timestampMs, standard) =>
    outcome(async () => {
      const bitmap = await bitmapOf(frame);
      try {
        return analyse(bitmap, timestampMs, standard);
      } finally {
        bitmap.close();
      }
    }, 'worker.dead')
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
  const image = pixels(frame, scale);
  const found = facesOf(landmarker.detectForVideo(frame, timestampMs), frame.width, frame.height);
  const seen = performance.now();

  const [sitter] = found;
  const geometry = sitter ? headGeometry(sitter, null, frame) : null;
  const faces = found.map((face) => scaleFace(face, scale));
  const framing = geometry ? { framing: { reason: solveCrop(geometry, frame, standard).reason } } : {};
  const input = { image, faces, geometry: geometry && scaled(geometry, scale), matte: null, ...framing };
  const quick = frames++ % slowEvery !== 0;
  const judged = judge(input, { kind: 'live', stage: 'live', standard, quick });
  if (!quick) slowFindings = judged.findings;
  const asked = new Set(judged.findings.map(({ id }) => id));
  const kept = quick && sitter ? slowFindings.filter(({ id }) => !asked.has(id)) : [];
  const whole = report(standard.id, 'live', [...judged.findings, ...kept]);
  return {
    faces: found.length,
    report: whole,
    advice: whole.reasons[0] ?? null,
    geometry,
    sharpness: whole.findings.find(({ id }) => id === 'sharpness')?.value ?? 0,
    ms: { landmarks: seen - started, measure: performance.now() - seen }
  };
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
