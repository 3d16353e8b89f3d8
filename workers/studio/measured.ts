import type { Face } from '../face/face';
import { labelNames, labelSide, type Label } from '../face/labels';
import { faceFrame, toFace } from '../face/patch';
import type { MeasureInput } from '../measures/measure';
import type { SitterOptions } from './options';
import { renderSitter, type SitterTruth } from './sitter';

/**
 * A drawn sitter as the measures see one, with the landmarks where they were drawn rather than where a model finds
 * them: what a measure then answers follows from the drawing alone. Small and plain unless told otherwise.
 */
export function measuredSitter(options: SitterOptions = {}): MeasureInput & { truth: SitterTruth } {
  const { image, truth } = renderSitter({ width: 360, height: 480, supersample: 1, ...options });
  const { geometry, alpha, labels } = truth;
  return { image, faces: [faceOf(truth)], geometry, matte: alpha, labels, truth };
}

/** The drawn landmarks as a landmarker would give them; every point of an iris lies on its centre. */
export function faceOf({ landmarks: drawn, eyes, yaw, pitch, roll }: SitterTruth): Face {
  const landmarks = new Float32Array(478 * 3);
  for (let point = 0; point < 468; point++)
    landmarks.set([drawn[point * 2]!, drawn[point * 2 + 1]!, 0], point * 3);
  eyes.forEach(({ x, y }, eye) => {
    for (let point = 0; point < 5; point++) landmarks.set([x, y, 0], (468 + eye * 5 + point) * 3);
  });
  return { landmarks, matrix: rotation(yaw, pitch, roll) };
}

/** Column-major roll · yaw · pitch, in degrees, with the drawing's signs. */
function rotation(yaw: number, pitch: number, roll: number): Float32Array<ArrayBuffer> {
  const [y, p, r] = [yaw, pitch, roll].map((angle) => (angle * Math.PI) / 180) as [number, number, number];
  const cy = Math.cos(y);
  const sy = Math.sin(y);
  const cp = Math.cos(p);
  const sp = Math.sin(p);
  const cr = Math.cos(r);
  const sr = Math.sin(r);
  return Float32Array.from([
    ...[cr * cy, sr * cy, -sy, 0],
    ...[cr * sy * sp - sr * cp, sr * sy * sp + cr * cp, cy * sp, 0],
    ...[cr * sy * cp + sr * sp, sr * sy * cp - cr * sp, cy * cp, 0],
    ...[0, 0, 0, 1]
  ]);
}

/** A drawn sitter with something else labelled where `isThere` says so, in the face's axes. */
export function relabelled<T extends MeasureInput>(
  input: T,
  label: Label,
  isThere: (x: number, y: number) => boolean
): T {
  const { window, planes } = input.labels!;
  const frame = faceFrame(input.faces[0]!);
  const changed = Object.fromEntries(labelNames.map((name) => [name, planes[name].slice()]));
  for (let at = 0; at < labelSide ** 2; at++) {
    const { x, y } = toFace(frame, {
      x: window.x + (((at % labelSide) + 0.5) * window.width) / labelSide,
      y: window.y + ((Math.floor(at / labelSide) + 0.5) * window.height) / labelSide
    });
    if (isThere(x, y)) for (const name of labelNames) changed[name]![at] = name === label ? 255 : 0;
  }
  return { ...input, labels: { window, planes: changed as typeof planes } };
}
