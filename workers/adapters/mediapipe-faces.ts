import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { CoreError } from '../errors';
import { faceArea, landmarkCount, type Face } from '../face/face';
import type { FindFaces } from '../finish/engines';
import { nativeOf } from './browser-picture';
import type { WasmFileset } from './vision-runtime';

/** More than two are never told apart from two. */
const maxFaces = 3;

/**
 * Starts the face landmarker on the CPU, for single pictures.
 *
 * @param model bytes of `face_landmarker.task`
 * @throws CoreError `model.load`
 */
export async function startFaceFinder(
  fileset: WasmFileset,
  model: Uint8Array<ArrayBuffer>
): Promise<FindFaces> {
  const landmarker = await create(fileset, model, 'IMAGE');
  return (picture) => facesOf(landmarker.detect(nativeOf(picture)), picture);
}

/** As `startFaceFinder`, for the frames of one camera in turn; the time, in ms, must increase. */
export async function startFaceTracker(
  fileset: WasmFileset,
  model: Uint8Array<ArrayBuffer>
): Promise<(...given: [...Parameters<FindFaces>, timestampMs: number]) => Face[]> {
  const landmarker = await create(fileset, model, 'VIDEO');
  return (picture, timestampMs) =>
    facesOf(landmarker.detectForVideo(nativeOf(picture), timestampMs), picture);
}

async function create(
  fileset: WasmFileset,
  model: Uint8Array<ArrayBuffer>,
  runningMode: 'IMAGE' | 'VIDEO'
): Promise<FaceLandmarker> {
  try {
    return await FaceLandmarker.createFromOptions(fileset, {
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode,
      numFaces: maxFaces,
      outputFaceBlendshapes: false,
      outputFacialTransformationMatrixes: true
    });
  } catch (cause) {
    throw new CoreError('model.load', { cause });
  }
}

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
