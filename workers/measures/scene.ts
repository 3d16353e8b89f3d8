import type { Face } from '../face/face';
import type { Labels } from '../face/labels';
import type { FramingReason } from '../finish/crop';
import type { Plane, RgbaImage } from '../image/image';
import type { PictureType } from '../image/sniff';
import type { HeadGeometry } from '../face/head-geometry';
import { Sitter } from './sitter';

/** Everything a measure may look at. Coordinates are pixels of `image`. */
export interface MeasureInput {
  readonly image: RgbaImage;
  /** Largest first; the first is the sitter. */
  readonly faces: readonly Face[];
  /** Of the sitter; null without a face. */
  readonly geometry: HeadGeometry | null;
  /** Person matte 0…1 on the same frame as `image`, at any resolution; null where none was made. */
  readonly matte: Plane | null;
  /** What is hair, skin, cloth or thing about the sitter's head; absent where nobody was labelled. */
  readonly labels?: Labels;
  /** Whether the standard's crop can be placed, and if not why; absent where that is not the question. */
  readonly framing?: { reason: FramingReason | null };
  /** Absent for our own camera's frames and stills. */
  readonly file?: FileFacts;
}

/** A picture file as it was uploaded; sizes after orientation. */
export interface FileFacts {
  type: PictureType;
  bytes: number;
  width: number;
  height: number;
  /** It names the camera it is from. */
  camera?: boolean;
  /** Since the camera took it; absent where it does not say. */
  ageMonths?: number;
}

/**
 * One picture while it is judged, with what several measures need of it: worked out when first asked, then kept. A scene
 * is made anew for each picture; its pixels must not change meanwhile.
 */
export class Scene implements MeasureInput {
  readonly image: RgbaImage;
  readonly faces: readonly Face[];
  readonly geometry: HeadGeometry | null;
  readonly matte: Plane | null;
  readonly labels?: MeasureInput['labels'];
  readonly framing?: MeasureInput['framing'];
  readonly file?: MeasureInput['file'];
  /** Null without a face. */
  readonly sitter: Sitter | null;
  readonly #kept = new Map<unknown, unknown>();

  constructor({ image, faces, geometry, matte, labels, framing, file }: MeasureInput) {
    this.image = image;
    this.faces = faces;
    this.geometry = geometry;
    this.matte = matte;
    this.labels = labels;
    this.framing = framing;
    this.file = file;
    this.sitter = faces[0] ? new Sitter(faces[0], image) : null;
  }

  /** What `of` says of this scene, asked once. */
  once<T>(of: (scene: Scene) => T): T {
    if (!this.#kept.has(of)) this.#kept.set(of, of(this));
    return this.#kept.get(of) as T;
  }
}

/** A function of a scene that is worked out once a scene, however many measures ask. */
export function oncePerScene<T>(of: (scene: Scene) => T): (scene: Scene) => T {
  return (scene) => scene.once(of);
}
