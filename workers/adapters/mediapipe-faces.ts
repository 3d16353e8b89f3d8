import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { starting } from '../errors';
import { faceArea, landmarkCount, type Face } from '../face/face';
import type { FindFaces } from '../finish/engines';
import { nativeOf } from './browser-picture';
import { graphicsCanvas, whileDrawing } from './canvas';
import { outOfPlanes } from './planes';
import type { VisionRuntime } from './vision-runtime';

/** More than two are never told apart from two. */
const maxFaces = 3;

/**
 * Starts the face landmarker on the CPU, for single pictures.
 *
 * @param model `face_landmarker.task` as it travels (scripts/models/planes.mjs)
 * @throws CoreError as `starting`
 */
export async function startFaceFinder(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<FindFaces> {
  const use = await create(runtime, model, 'IMAGE');
  return (picture) =>
    facesOf(
      use((task) => task.detect(nativeOf(picture))),
      picture
    );
}

/** As `startFaceFinder`, for the frames of one camera in turn; the time, in ms, must increase. */
export async function startFaceTracker(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<(...given: [...Parameters<FindFaces>, timestampMs: number]) => Face[]> {
  const use = await create(runtime, model, 'VIDEO');
  return (picture, timestampMs) =>
    facesOf(
      use((task) => task.detectForVideo(nativeOf(picture), timestampMs)),
      picture
    );
}

/** What it returns gives the task to a use of it. */
async function create(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>,
  runningMode: 'IMAGE' | 'VIDEO'
): Promise<(work: (task: FaceLandmarker) => FaceLandmarkerResult) => FaceLandmarkerResult> {
  const canvas = graphicsCanvas();
  const task = await starting(() =>
    runtime.task((files) =>
      FaceLandmarker.createFromOptions(files, {
        canvas,
        baseOptions: { modelAssetBuffer: outOfPlanes(model), delegate: 'CPU' },
        runningMode,
        numFaces: maxFaces,
        outputFaceBlendshapes: false,
        outputFacialTransformationMatrixes: true
      })
    )
  );
  return using(task, canvas);
}

/** Beside the start, since a function keeps all that its neighbours use: there, the model's bytes. */
const using =
  (task: FaceLandmarker, canvas: OffscreenCanvas) =>
  (work: (task: FaceLandmarker) => FaceLandmarkerResult): FaceLandmarkerResult =>
    whileDrawing(canvas, () => work(task));

/** Faces in pixels of a `width` × `height` picture, largest first. */
function facesOf(
  { faceLandmarks, facialTransformationMatrixes }: FaceLandmarkerResult,
  { width, height }: { width: number; height: number }
): Face[] {
  const faces = faceLandmarks.map((points, index): Face => {
    const landmarks = new Float32Array(landmarkCount * 3);
    points.forEach(({ x, y, z }, at) => landmarks.set([x * width, y * height, z * width], at * 3));
    return { landmarks, matrix: Float32Array.from(facialTransformationMatrixes[index]?.data ?? []) };
  });
  return faces.sort((a, b) => faceArea(b) - faceArea(a));
}
