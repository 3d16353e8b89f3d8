import type { Face } from '../face/face';
import type { LabelPlanes } from '../face/labels';
import type { Plane, RgbaImage } from '../image/image';
import type { Picture } from '../image/picture';
import type { Sniffed } from '../image/sniff';
import type { Kernels } from '../kernels';
import type { Encoder } from './encode';

/** Turns a picture file whose content was checked into a picture. @throws CoreError `file.corrupt`, `file.heic`, `file.type` */
export type DecodePicture = (
  bytes: Uint8Array<ArrayBuffer>,
  sniffed: Pick<Sniffed, 'type' | 'size'>
) => Promise<Picture>;

/** All faces of a picture in its pixels, largest first. */
export type FindFaces = (picture: Picture | RgbaImage) => Face[];

/** How much each pixel is person, 0…1, at the picture's size. */
export type SegmentPerson = (picture: Picture | RgbaImage) => Plane;

/** What each pixel of a square about the head is (`labelWindow`, at `labelSide`); some 300 ms. */
export type LabelSitter = (square: RgbaImage) => LabelPlanes;

/** How much each pixel of a 3:4 picture is foreground, 0…1, at the picture's size; about two seconds. */
export type CutFine = (image: RgbaImage) => Promise<Plane>;

/** What the recipe needs running; every engine of a library stands behind one of these. */
export interface Engines {
  decode: DecodePicture;
  findFaces: FindFaces;
  segmentPerson: SegmentPerson;
  encode: Encoder;
  kernels: Kernels;
  /** Absent until it has been loaded, as the next: the rules that need it are then not asked. */
  labelSitter?: LabelSitter;
  cutFine?: CutFine;
}
