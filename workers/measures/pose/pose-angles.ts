import { landmark } from '../../face/face';
import { leftIris, rightIris } from '../../face/parts';
import type { Pose } from '../../face/pose';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** One angle of the head pose in degrees. ISO/IEC 29794-5 HeadPose: quality 100·cos². */
function angle(part: keyof Pose): Measure {
  return {
    id: `pose.${part}`,
    unit: '°',
    value: ({ sitter }) => sitter?.pose?.[part] ?? null,
    quality: (value) => percent(100 * Math.cos((value * Math.PI) / 180) ** 2)
  };
}

export const poseYaw = angle('yaw');
export const posePitch = angle('pitch');
/** The tilt shows in the line through the pupils. */
export const poseRoll: Measure = {
  ...angle('roll'),
  regions({ faces: [face] }) {
    if (!face) return [];
    const right = landmark(face, rightIris);
    const left = landmark(face, leftIris);
    return [[right.x, right.y, left.x, left.y]];
  }
};
