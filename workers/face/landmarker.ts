import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { CoreError } from '../errors';
import { landmarkCount, type Face } from './face';
import type { WasmFileset } from './vision';

/** More than two are never told apart from two. */
const maxFaces = 3;

/**
 * Starts the face landmarker on the CPU.
 *
 * @param model bytes of `face_landmarker.task`
 * @throws CoreError `model.load`
 */
export async function createLandmarker(
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
export function facesOf(result: FaceLandmarkerResult, width: number, height: number): Face[] {
  const faces = result.faceLandmarks.map((points, index): Face => {
    const landmarks = new Float32Array(landmarkCount * 3);
    points.forEach(({ x, y, z }, at) => landmarks.set([x * width, y * height, z * width], at * 3));
    return { landmarks, matrix: Float32Array.from(result.facialTransformationMatrixes[index]?.data ?? []) };
  });
  return faces.sort((a, b) => faceArea(b) - faceArea(a));
}

/** Area of the box around all landmarks, in square pixels. */
export function faceArea({ landmarks }: Face): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < landmarks.length; at += 3) {
    left = Math.min(left, landmarks[at]!);
    right = Math.max(right, landmarks[at]!);
    top = Math.min(top, landmarks[at + 1]!);
    bottom = Math.max(bottom, landmarks[at + 1]!);
  }
  return (right - left) * (bottom - top);
}

/** The same face on a picture scaled by `scale`. */
export function scaleFace({ landmarks, matrix }: Face, scale: number): Face {
  return { landmarks: landmarks.map((value) => value * scale), matrix };
}
