import { BrowserPicture, bitmapOf } from './adapters/browser-picture';
import { needGraphics, pixelCanvas } from './adapters/canvas';
import { startFaceTracker } from './adapters/mediapipe-faces';
import { VisionRuntime } from './adapters/vision-runtime';
import { serve, tellPage } from './adapters/serve';
import { download } from './download';
import { CoreError, starting } from './errors';
import { scaleFace } from './face/face';
import { scaleGeometry } from './face/geometry';
import type { FindFaces } from './finish/engines';
import { locate } from './finish/stages/locate';
import type { RgbaImage } from './image/image';
import { readAt, type Picture } from './image/picture';
import { startKernels, type Kernels } from './kernels';
import { workerLog } from './log';
import type { CameraFrame, FaceWorkerApi, Finding, LiveAnswer } from './protocol';
import { Pace } from './pace';
import type { ResolvedStandard } from './standard/resolve';
import { judge } from './verdict/judge';

/** Longer side, in pixels, that the measures look at: enough for light and focus, quick to read back. */
const measuredSide = 512;
/**
 * Share of the time that may go into looking at the pixels; the rest finds landmarks. Light and focus change slowly, a
 * pose does not.
 */
const pixelShare = 0.06;

let track: Awaited<ReturnType<typeof startFaceTracker>> | undefined;
let kernels: Kernels | undefined;
let canvas: OffscreenCanvas | undefined;
const pace = new Pace(pixelShare);
const log = workerLog(tellPage);
/** Of the frame before. */
let before: readonly Finding[] = [];
let sat = false;

const api: FaceWorkerApi = {
  init: ({ wasmLoader, wasmBinary, faceModel, kernels: ours }, onProgress) =>
    log.outcome(async () => {
      needGraphics();
      // The loader is fetched once more by the runtime, then out of the cache: a slow line shows as progress here.
      const urls = [faceModel, wasmBinary, ours, wasmLoader];
      const [model, vision, core] = await log.time('download', () => download(urls, onProgress));
      track = await log.time('start', () =>
        starting(async () => {
          kernels = await startKernels(core!);
          const runtime = await VisionRuntime.start(wasmLoader, vision!);
          return startFaceTracker(runtime, model!);
        })
      );
      return null;
    }),

  analyse: (frame, timestampMs, standard) =>
    log.outcome(async () => {
      const answer = await withFrame(frame, timestampMs, (picture, findFaces, ours) =>
        analyse(picture, findFaces, standard, ours)
      );
      log.frame('landmarks', answer.ms.landmarks);
      log.frame('measure', answer.ms.measure);
      return answer;
    }),

  detect: (frame, timestampMs) =>
    log.outcome(() => withFrame(frame, timestampMs, (picture, findFaces) => findFaces(picture).length))
};

/** Gives a frame as a picture to `use`, with what finds its faces, and closes it. */
async function withFrame<T>(
  frame: CameraFrame,
  timestampMs: number,
  use: (picture: Picture, findFaces: FindFaces, kernels: Kernels) => T
): Promise<T> {
  canvas ??= pixelCanvas();
  const picture = new BrowserPicture(await bitmapOf(frame), canvas);
  try {
    if (!track || !kernels) throw new CoreError('model.load');
    const found = track;
    return use(picture, (given) => found(given, timestampMs), kernels);
  } finally {
    picture.close();
  }
}

function analyse(
  frame: Picture,
  findFaces: FindFaces,
  standard: ResolvedStandard,
  kernels: Kernels
): LiveAnswer {
  const started = performance.now();
  const { faces, geometry, framing } = locate(frame, standard, { findFaces, kernels });
  const located = performance.now();

  const [sitter] = faces;
  const scale = Math.min(1, measuredSide / Math.max(frame.width, frame.height));
  const small = faces.map((face) => scaleFace(face, scale));
  pace.earn(performance.now() - started);
  const looked = performance.now();
  // Where somebody comes, goes or is not seen, the light is asked at once.
  const quick = !pace.due && sat && sitter !== undefined;
  sat = sitter !== undefined;
  const size = { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) };
  const input = {
    image: quick ? blank(size) : readAt(frame, size, kernels.resample),
    faces: small,
    geometry: geometry && scaleGeometry(geometry, scale),
    matte: null,
    ...(framing && { framing: { reason: framing.reason } })
  };
  const question = { kind: 'live', stage: 'live', standard } as const;
  const judged = judge(input, quick ? { ...question, slow: before } : question);
  before = judged.findings;
  if (!quick) pace.spend(performance.now() - looked);
  return {
    faces: faces.length,
    report: judged,
    advice: judged.reasons[0] ?? null,
    geometry,
    sharpness: judged.findings.find(({ id }) => id === 'sharpness')?.value ?? 0,
    ms: { landmarks: located - started, measure: performance.now() - located }
  };
}

/** Of the measured size, where no rule looks at a pixel. */
const blank = (size: { width: number; height: number }): RgbaImage => ({
  ...size,
  data: new Uint8ClampedArray()
});

serve(api);
