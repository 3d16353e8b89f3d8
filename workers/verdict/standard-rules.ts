import { fileBytes, fileHeight, fileJpeg, fileProportion, fileWidth } from '../measures/file/upload-file';
import { headWindowMeasures } from '../measures/frame/head-position';
import type { Measure } from '../measures/measure';
import type { HeadMeasure } from '../standard/head-measures';
import type { ResolvedStandard } from '../standard/resolve';
import type { UploadLimits } from '../standard/standard';
import { by, type Bound, type Rule } from './rule';

/** Of a bound that is missed: nearer to its lower end. */
const isTooLittle = (value: number, { min = -Infinity, max = Infinity }: Bound) =>
  min === -Infinity ? false : max === Infinity ? true : value < (min + max) / 2;

const windowOf = ({ windows }: ResolvedStandard, wanted: HeadMeasure) =>
  windows.find(({ of }) => of === wanted);

/** A standard's windows on the finished photo; asked where it has them. */
export const windowRules: readonly Rule[] = Object.entries(headWindowMeasures).map(
  ([name, measure]): Rule => {
    const of = name as HeadMeasure;
    return {
      measure,
      stages: ['finished'],
      pass(standard) {
        const window = windowOf(standard, of);
        return window ? boundsOf(window) : null;
      },
      message(value, _, standard) {
        const window = windowOf(standard, of)!;
        return isTooLittle(value, window) ? window.low : window.high;
      },
      ...by('standard', 'the windows of the standard in force')
    };
  }
);

/** What a standard asks of an uploaded file. They warn: the photo is made to the standard whatever came in. */
function uploadRule(
  measure: Measure,
  limit: (upload: UploadLimits) => Bound | undefined,
  low: string,
  high: string
): Rule {
  return {
    measure,
    stages: ['source'],
    kinds: ['upload'],
    pass: ({ upload }) => limit(upload) ?? null,
    warn: 'always',
    message: (value, _, { upload }) => (isTooLittle(value, limit(upload)!) ? low : high),
    ...by('standard', 'the upload limits of the standard in force')
  };
}

const inKilobytes = ({ min, max }: Bound): Bound => ({
  ...(min !== undefined && { min: min / 1024 }),
  ...(max !== undefined && { max: max / 1024 })
});
const boundsOf = ({ min, max }: Bound): Bound => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max })
});
const jpegOnly = ({ types }: UploadLimits): Bound | undefined =>
  types?.every((type) => type === 'jpeg') ? { min: 1 } : undefined;

export const uploadRules: readonly Rule[] = [
  uploadRule(fileJpeg, jpegOnly, 'file.notJpeg', 'file.notJpeg'),
  uploadRule(fileWidth, ({ width }) => width, 'file.fewPixels', 'file.manyPixels'),
  uploadRule(fileHeight, ({ height }) => height, 'file.fewPixels', 'file.manyPixels'),
  uploadRule(fileBytes, ({ bytes }) => bytes && inKilobytes(bytes), 'file.fewBytes', 'file.manyBytes'),
  uploadRule(fileProportion, ({ aspect }) => aspect, 'file.proportion', 'file.proportion')
];
