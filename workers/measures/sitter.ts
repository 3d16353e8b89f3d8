import type { Face } from '../face/face';
import { faceFrame, type FaceFrame } from '../face/patch';
import { pose, type Pose } from '../face/pose';
import { faceRegion } from '../face/region';
import { eyeToChin, interEyeDistance } from '../face/scale';
import type { RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import type { Box } from '../image/region';
import { cheek } from './tools/cheek';
import { skinColour, type Skin } from './tools/skin';

/** The largest face of a scene and what follows from it, each worked out when first asked. Lengths in pixels. */
export class Sitter {
  #frame?: FaceFrame;
  #interEye?: number;
  #eyeToChin?: number;
  #region?: readonly Point[];
  #cheeks?: { left: Box; right: Box };
  #pose?: Pose | null;
  #skin?: Skin;

  constructor(
    readonly face: Face,
    readonly image: RgbaImage
  ) {}

  /** The face's own axes. */
  get frame(): FaceFrame {
    return (this.#frame ??= faceFrame(this.face));
  }

  /** Inter-eye distance. */
  get interEye(): number {
    return (this.#interEye ??= interEyeDistance(this.face));
  }

  /** T of ISO/IEC 29794-5: eye midpoint to chin. */
  get eyeToChin(): number {
    return (this.#eyeToChin ??= eyeToChin(this.face));
  }

  /** Outline of the face region, forehead to chin. */
  get region(): readonly Point[] {
    return (this.#region ??= faceRegion(this.face));
  }

  /** The squares on both cheeks that ISO/IEC 29794-5 looks at. */
  get cheeks(): { left: Box; right: Box } {
    return (this.#cheeks ??= { left: cheek(this.face, 'left'), right: cheek(this.face, 'right') });
  }

  /** Null when the landmarker gave no matrix. */
  get pose(): Pose | null {
    if (this.#pose === undefined) this.#pose = pose(this.face);
    return this.#pose;
  }

  /** Colour of the skin, by cheeks and nose; reads pixels. */
  get skin(): Skin {
    return (this.#skin ??= skinColour(this.image, this.frame));
  }
}
