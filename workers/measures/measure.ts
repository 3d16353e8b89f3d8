import type { Face } from '../face/face';
import type { PictureType } from '../image/sniff';
import type { FramingReason } from '../finish/crop';
import type { Plane, RgbaImage } from '../image/image';
import type { HeadGeometry } from '../protocol';

/** Everything a measure may look at. Coordinates are pixels of `image`. */
export interface MeasureInput {
  image: RgbaImage;
  /** Largest first; the first is the sitter. */
  faces: readonly Face[];
  /** Of the sitter; null without a face. */
  geometry: HeadGeometry | null;
  /** Person matte 0…1 on the same frame as `image`, at any resolution; null where none was made. */
  matte: Plane | null;
  /** Whether the standard's crop can be placed, and if not why; absent where that is not the question. */
  framing?: { reason: FramingReason | null };
  /** Absent for our own camera's frames and stills. */
  file?: FileFacts;
}

/** A picture file as it was uploaded; sizes after orientation. */
export interface FileFacts {
  type: PictureType;
  bytes: number;
  width: number;
  height: number;
  /** It names the camera it is from. */
  camera?: boolean;
}

/** x and y by turns, in pixels of the picture: two points are a line, more an outline to close. */
export type Outline = number[];

/** A measure: one file, one row of the table in `index.ts`. */
export interface Measure {
  /** Stable id, e.g. `mouth.closed`: appears in reports, in rows and in the message catalogue. */
  id: string;
  unit: string;
  /** Native value; null when this picture cannot tell. */
  value(input: MeasureInput): number | null;
  /** Native value → quality 0…100. */
  quality(value: number): number;
  /** What was measured, as lines to draw whatever the verdict. */
  lines?(input: MeasureInput): Outline[];
  /** Where on the picture it is to be seen, asked when the verdict is not pass. */
  regions?(input: MeasureInput): Outline[];
}
