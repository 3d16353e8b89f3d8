import type { Face } from './face';

/** Degrees. */
export interface Pose {
  /** Positive: turned to the sitter's left (the nose moves right in an unmirrored picture). */
  yaw: number;
  /** Positive: chin up. */
  pitch: number;
  /** Positive: tilted clockwise as seen in the picture. */
  roll: number;
}

const degrees = 180 / Math.PI;
/** The landmarker sees every frontal face this much chin-up too little, drawn or photographed. */
const pitchOffset = 2.9;

/**
 * Head pose (ISO/IEC 29794-5 HeadPose): the facial transformation matrix as Euler angles in the order roll · yaw · pitch.
 * The yaw is seen from the lens: a head at the side of the picture that looks along the lens's axis looks past the lens.
 * Null when the landmarker gave no matrix.
 */
export function pose({ matrix: m }: Face): Pose | null {
  if (m.length < 16) return null;
  return {
    yaw: Math.asin(Math.max(-1, Math.min(1, -m[2]!))) * degrees + offAxis(m[12]!, -m[14]!),
    pitch: -Math.atan2(m[6]!, m[10]!) * degrees + pitchOffset,
    roll: -Math.atan2(m[1]!, m[0]!) * degrees
  };
}

/** Degrees between the lens's axis and a face `depth` before the lens; 0 where the matrix only turns. */
const offAxis = (off: number, depth: number): number => (depth > 0 ? Math.atan2(off, depth) * degrees : 0);
