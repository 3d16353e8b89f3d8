import type { Labels } from '../face/labels';
import type { Plane } from '../image/image';
import { midpoint, type Point } from '../image/point';
import type { HeadGeometry } from '../protocol';
import { project, type Camera } from './camera';
import { chin, earRoots, lipMiddles } from '../face/parts';
import { eyeCentre, eyes } from './face-mesh';
import type { Figure } from './figure';
import type { Point3 } from './mesh';
import type { SitterSettings } from './options';
import { turnPoint } from './pose';

/** What is known about a drawn sitter because it was drawn so; pixels of the picture. */
export interface SitterTruth {
  /** Degrees, as in SitterSettings. */
  yaw: number;
  pitch: number;
  roll: number;
  /** Gap between the lips as a share of the eye-to-chin length. */
  mouthGap: number;
  /** All 468 mesh points, x and y interleaved. */
  landmarks: Float32Array;
  /** Middles of the irises: the picture's left, then right. */
  eyes: [Point, Point];
  chin: Point;
  /** Ear roots. */
  ears: [Point, Point];
  geometry: HeadGeometry;
  /** Coverage by the person, 0…1. */
  alpha: Plane;
  /** Colour of the person without the wall, sRGB 0…255, RGB interleaved; 0 where alpha is 0. */
  foreground: Float32Array;
  labels: Labels;
}

export type PoseTruth = Omit<SitterTruth, 'alpha' | 'foreground' | 'labels'>;

/** Projects the figure's known points with a camera in picture pixels. */
export function poseTruth(options: SitterSettings, figure: Figure, camera: Camera): PoseTruth {
  const { face, rotation } = figure;
  const place = (x: number, y: number, z: number): Point => {
    const at = project(camera, turnPoint(rotation, x, y, z));
    return { x: at.x, y: at.y };
  };
  const vertex = (v: number): Point3 => [face[v * 3]!, face[v * 3 + 1]!, face[v * 3 + 2]!];
  const landmarks = new Float32Array((face.length / 3) * 2);
  for (let v = 0; v < face.length / 3; v++) {
    const { x, y } = place(...vertex(v));
    landmarks.set([x, y], v * 2);
  }
  const eyePoints = eyes.map((eye) => {
    const [x, y] = eyeCentre(eye);
    const depth = (vertex(eye.contour[4])[2] + vertex(eye.contour[12])[2]) / 2;
    return place(x, y, depth);
  }) as [Point, Point];
  const chinPoint = place(...vertex(chin));
  const ears = [earRoots.right, earRoots.left].map((v) => place(...vertex(v))) as [Point, Point];
  const upper = vertex(lipMiddles.upper);
  const lower = vertex(lipMiddles.lower);
  const eyeMiddle = midpoint(...eyePoints);
  const eyeToChin = Math.hypot(eyeMiddle.x - chinPoint.x, eyeMiddle.y - chinPoint.y);
  const upperAt = place(...upper);
  const lowerAt = place(...lower);
  const faceLeft = Math.min(ears[0].x, ears[1].x);
  const faceRight = Math.max(ears[0].x, ears[1].x);
  const centreX = (faceLeft + faceRight) / 2;
  return {
    yaw: options.yaw,
    pitch: options.pitch,
    roll: options.roll,
    mouthGap: Math.hypot(upperAt.x - lowerAt.x, upperAt.y - lowerAt.y) / eyeToChin,
    landmarks,
    eyes: eyePoints,
    chin: chinPoint,
    ears,
    geometry: {
      crownY: crown(figure, camera, centreX, faceRight - faceLeft),
      eyeY: eyeMiddle.y,
      chinY: chinPoint.y,
      faceLeft,
      faceRight,
      centreX,
      eyeDistance: Math.hypot(eyePoints[0].x - eyePoints[1].x, eyePoints[0].y - eyePoints[1].y)
    }
  };
}

/** Highest point of hair or skull near the middle of the face: loose strands do not count. */
function crown(figure: Figure, camera: Camera, centreX: number, faceWidth: number): number {
  let top = Infinity;
  for (const { name, mesh } of figure.parts) {
    if (name !== 'head' && name !== 'hair') continue;
    for (let i = 0; i < mesh.positions.length; i += 3) {
      const at = project(camera, [mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!]);
      if (Math.abs(at.x - centreX) < 0.3 * faceWidth && at.y < top) top = at.y;
    }
  }
  return top;
}
