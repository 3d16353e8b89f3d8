import { headGeometry } from '../../face/geometry';
import type { RgbaImage } from '../../image/image';
import { wholeOf } from '../../image/picture';
import type { FinishOptions, HeadGeometry, Report } from '../../protocol';
import { judge } from '../../verdict/judge';
import type { Engines } from '../engines';
import { flatMatte } from '../flat-matte';

/** What the finished file shows; in its pixels. */
export interface Checked {
  image: RgbaImage;
  /** Null where no face is found on it. */
  geometry: HeadGeometry | null;
  report: Report;
}

/**
 * Decodes and measures the file that will be sent like any other picture, so that the report is of the file itself.
 */
export async function verify(
  jpeg: Uint8Array<ArrayBuffer>,
  { kind, standard }: FinishOptions,
  { decode, findFaces, segmentPerson }: Pick<Engines, 'decode' | 'findFaces' | 'segmentPerson'>
): Promise<Checked> {
  const picture = await decode(jpeg, { type: 'jpeg', size: null });
  try {
    if (picture.width !== standard.width || picture.height !== standard.height)
      throw new Error('the finished file has another size than the standard');
    const faces = findFaces(picture);
    const image = picture.read(wholeOf(picture));
    const matte = standard.background ? flatMatte(image, standard.background.colour) : segmentPerson(image);
    const geometry = faces[0] ? headGeometry(faces[0], matte, image) : null;
    const report = judge({ image, faces, geometry, matte }, { kind, stage: 'finished', standard });
    return { image, geometry, report };
  } finally {
    picture.close();
  }
}
