import type { FaceLandmarker, ImageSegmenter } from '@mediapipe/tasks-vision';
import { CoreError } from './errors';
import { landmark, type Face } from './face/face';
import { headGeometry } from './face/geometry';
import { facesOf, scaleFace } from './face/landmarker';
import { compose } from './finish/compose';
import { solveCrop } from './finish/crop';
import { encodeWithin, type Encoder } from './finish/encode';
import { flatMatte } from './finish/flat-matte';
import { drawOverlay } from './finish/overlay';
import { takeCrop } from './finish/shot';
import { readPixels } from './image/canvas';
import { namesCamera } from './image/exif';
import { decodeFile } from './image/decode';
import type { Kernels } from './image/kernels';
import { createImage, type Plane, type RgbaImage } from './image/image';
import { sniff } from './image/sniff';
import { intoCrop, midpoint } from './image/point';
import { eyeCentre } from './face/scale';
import type { FineSegmenter } from './matte/fine';
import { estimateForeground } from './matte/foreground';
import { personMask } from './matte/person';
import { edgeWidth, solveMatte, type Inside } from './matte/solve';
import type { MeasureInput } from './measures/measure';
import type {
  Crop,
  FinishAnswer,
  FinishOptions,
  FinishStage,
  HeadGeometry,
  MatteEngine,
  Report
} from './protocol';
import { defaultStandard, findStandard } from './standard/catalogue';
import { backgroundColours, type PhotoStandard, type Range } from './standard/standard';
import { ontoPhoto, scaledFindings } from './verdict/evidence';
import { judge } from './verdict/judge';

/** What the recipe needs running. */
export interface Engines {
  landmarker: FaceLandmarker;
  segmenter: ImageSegmenter;
  encode: Encoder;
  kernels: Kernels;
  /** Once it has been loaded. */
  fine?: FineSegmenter;
}

/** Longer side, in pixels, that the measures look at. */
const measuredSide = 1024;
/** A crown that the finer mask moves by more than this share of the photo's height is cropped for again. */
const crownTolerance = 0.006;
/** Finished pixels that the crown keeps from its window's bounds. */
const crownMargin = 6;

/** Walls whose gradient (`background.uniform`, levels) is larger are left to the fine engine. */
const plainWall = 25;
/** A fast matte with an edge this wide, in pixels, is unsure; from the lower on where the wall is not quite plain. */
const unsureEdge = 8;
const doubtfulEdge = 4.5;
const doubtfulWall = 8;

/** Still → finished photo and report: decode, find the face, measure, crop, matte, compose, encode, measure again. */
export async function finish(
  source: Blob | ImageBitmap,
  options: FinishOptions,
  { landmarker, segmenter, encode, kernels, fine }: Engines,
  onStage: (stage: FinishStage) => void = () => undefined
): Promise<FinishAnswer> {
  const standard = findStandard(options.standard) ?? defaultStandard;
  const colour = backgroundColours[options.background];
  const clock = stopwatch(onStage);

  clock.start('decode');
  const bitmap = source instanceof ImageBitmap ? source : await decodeFile(source);
  try {
    clock.start('landmarks');
    const faces = facesOf(landmarker.detect(bitmap), bitmap.width, bitmap.height);

    clock.start('measure');
    const [sitter] = faces;
    const coarse = sitter ? personMask(segmenter, bitmap) : null;
    let geometry = sitter ? headGeometry(sitter, coarse, bitmap) : null;
    const { report, input } = judgeSource(
      bitmap,
      faces,
      geometry,
      coarse,
      standard,
      options.kind,
      await fileOf(source, bitmap)
    );
    const answer: FinishAnswer = {
      faces: faces.length,
      source: { width: bitmap.width, height: bitmap.height },
      report,
      crop: null,
      geometry: null,
      finishedReport: null,
      photo: null,
      matte: null,
      alpha: null,
      overlay: null,
      flat: null,
      input: options.emit.input ? input : null,
      ms: clock.ms
    };
    let solved = geometry && solveCrop(geometry, bitmap, standard);
    if (!sitter || !geometry || !solved?.crop || (report.verdict === 'fail' && !options.force))
      return { ...answer, crop: solved?.crop ?? null, ms: clock.stop() };

    clock.start('matte');
    if (options.matte === 'fine' && !fine) throw new CoreError('model.load');
    let engine: MatteEngine = 'fast';
    let crop = solved.crop;
    const eyes = midpoint(eyeCentre(sitter, 'left'), eyeCentre(sitter, 'right'));
    const take = () => {
      const shot = takeCrop(bitmap, crop, standard, kernels);
      const chin = intoCrop(landmark(sitter, 152), crop, shot);
      const face = { ...intoCrop(eyes, crop, shot), chinY: chin.y };
      return { shot, mask: personMask(segmenter, shot), face, inside: insideFrame(crop, bitmap, shot) };
    };
    /** Crops again for a crown that is elsewhere; answers whether that made a difference. */
    const recrop = (crownY: number) => {
      geometry = { ...geometry!, crownY };
      solved = solveCrop(geometry, bitmap, standard);
      if (!solved.crop) return false;
      crop = solved.crop;
      return true;
    };
    const solve = async ({ shot, mask, face, inside }: ReturnType<typeof take>) =>
      solveMatte(
        shot,
        { coarse: mask, ...(engine === 'fine' && { fine: await fine!(shot) }) },
        face,
        inside,
        kernels
      );
    /** Crops and solves again where loose hair that only the solved matte shows carries the crown out of its window. */
    const settle = async (margin: number) => {
      const seen = crownOn(alpha, sitter, crop, taken.shot);
      const onFinished = ((seen - crop.y) * standard.width) / crop.width;
      if (isWithin(onFinished, standard.crown, margin) || !recrop(seen)) return;
      taken = take();
      alpha = await solve(taken);
    };

    let taken = take();
    const finer = crownOn(taken.mask, sitter, crop, taken.shot);
    if (Math.abs(finer - geometry.crownY) > crownTolerance * crop.height && recrop(finer)) taken = take();
    let alpha = await solve(taken);
    const hard = isHard(report, alpha);
    const advised = hard && options.matte !== 'fine';
    if (options.matte === 'fine' || (advised && options.matte === 'auto' && fine)) {
      // The crown of a matte that is in doubt is not worth a crop; else it spares the slow engine a second run.
      if (!hard) await settle(crownMargin);
      engine = 'fine';
      alpha = await solve(taken);
      await settle(hard ? crownMargin : 0);
    } else await settle(crownMargin);
    const { shot } = taken;

    clock.start('finish');
    const finished = compose(shot, alpha, estimateForeground(shot, alpha), colour);

    clock.start('encode');
    const { jpeg, quality } = await encodeWithin(finished, standard, encode);

    clock.start('verify');
    const verified = await verify(jpeg, landmarker, colour, standard, options.kind);
    return {
      ...answer,
      crop,
      geometry: verified.geometry,
      finishedReport: verified.report,
      photo: { jpeg, width: standard.width, height: standard.height, quality, density: standard.density },
      matte: { engine, fineAdvised: advised && engine === 'fast' },
      alpha: options.emit.alpha ? grey(alpha) : null,
      overlay: options.emit.overlay
        ? drawOverlay(
            verified.image,
            [...ontoPhoto(report.findings, crop, standard), ...verified.report.findings],
            standard
          )
        : null,
      flat: options.emit.flat ? finished : null,
      ms: clock.stop()
    };
  } finally {
    bitmap.close();
  }
}

function judgeSource(
  bitmap: ImageBitmap,
  faces: readonly Face[],
  geometry: HeadGeometry | null,
  matte: Plane | null,
  standard: PhotoStandard,
  kind: FinishOptions['kind'],
  file: MeasureInput['file']
): { report: Report; input: MeasureInput } {
  const scale = Math.min(1, measuredSide / Math.max(bitmap.width, bitmap.height));
  const image = readPixels(
    bitmap,
    { x: 0, y: 0, width: bitmap.width, height: bitmap.height },
    { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) }
  );
  const small = faces.map((face) => scaleFace(face, scale));
  const input = {
    image,
    faces: small,
    geometry: small[0] ? headGeometry(small[0], matte, image) : null,
    matte,
    ...(file ? { file } : {}),
    ...(geometry ? { framing: { reason: solveCrop(geometry, bitmap, standard).reason } } : {})
  };
  const report = judge(input, { kind, stage: 'source', standard });
  return { report: { ...report, findings: scaledFindings(report.findings, 1 / scale) }, input };
}

async function fileOf(
  source: Blob | ImageBitmap,
  { width, height }: ImageBitmap
): Promise<MeasureInput['file']> {
  if (source instanceof ImageBitmap) return undefined;
  const bytes = new Uint8Array(await source.arrayBuffer());
  return { type: sniff(bytes).type, bytes: bytes.length, width, height, camera: namesCamera(bytes) };
}

/** The report is of the file that will be sent, so it is decoded and measured like any other picture. */
async function verify(
  jpeg: Uint8Array<ArrayBuffer>,
  landmarker: FaceLandmarker,
  colour: readonly [number, number, number],
  standard: PhotoStandard,
  kind: FinishOptions['kind']
): Promise<{ image: RgbaImage; geometry: HeadGeometry | null; report: Report }> {
  const bitmap = await decodeFile(new Blob([jpeg]));
  try {
    if (bitmap.width !== standard.width || bitmap.height !== standard.height)
      throw new CoreError('file.corrupt');
    const faces = facesOf(landmarker.detect(bitmap), bitmap.width, bitmap.height);
    const image = readPixels(bitmap, { x: 0, y: 0, width: bitmap.width, height: bitmap.height });
    const matte = flatMatte(image, colour);
    const geometry = faces[0] ? headGeometry(faces[0], matte, image) : null;
    return {
      image,
      geometry,
      report: judge({ image, faces, geometry, matte }, { kind, stage: 'finished', standard })
    };
  } finally {
    bitmap.close();
  }
}

/** Top of the hair by a mask of the cropped picture, in source pixels. */
function crownOn(mask: Plane, sitter: Face, crop: Crop, shot: RgbaImage): number {
  const scale = shot.width / crop.width;
  const moved = scaleFace(sitter, scale);
  for (let at = 0; at < moved.landmarks.length; at += 3) {
    moved.landmarks[at]! -= crop.x * scale;
    moved.landmarks[at + 1]! -= crop.y * scale;
  }
  return headGeometry(moved, mask, shot).crownY / scale + crop.y;
}

/** Whether the fast matte is out of its depth: a wall that is not plain, or a matte that is unsure of itself. */
function isHard({ findings }: Report, alpha: Plane): boolean {
  const wall = findings.find(({ id }) => id === 'background.uniform')?.value ?? 0;
  const edge = edgeWidth(alpha);
  return wall > plainWall || edge > unsureEdge || (wall > doubtfulWall && edge > doubtfulEdge);
}

/** Inside a window and at least `margin` from its bounds. */
const isWithin = (value: number, { min, max }: Range, margin: number) =>
  value >= min + margin && value <= max - margin;

/** What of the finished picture the source frame covers. */
function insideFrame(crop: Crop, frame: { width: number; height: number }, shot: RgbaImage): Inside {
  const from = intoCrop({ x: 0, y: 0 }, crop, shot);
  const to = intoCrop({ x: frame.width, y: frame.height }, crop, shot);
  return {
    left: Math.ceil(from.x),
    top: Math.ceil(from.y),
    right: Math.floor(to.x),
    bottom: Math.ceil(to.y)
  };
}

function grey(alpha: Plane): RgbaImage {
  const image = createImage(alpha.width, alpha.height);
  for (let i = 0; i < alpha.data.length; i++)
    image.data.fill(Math.round(255 * alpha.data[i]!), i * 4, i * 4 + 3);
  return image;
}

type Timed = FinishAnswer['ms'];

/** Milliseconds per stage; looking at the finished file again counts as measuring. */
function stopwatch(onStage: (stage: FinishStage) => void) {
  const ms: Timed = { decode: 0, landmarks: 0, measure: 0, matte: 0, finish: 0, encode: 0, total: 0 };
  const began = performance.now();
  let stage: keyof Timed | null = null;
  let since = began;
  const lap = () => {
    const now = performance.now();
    if (stage) ms[stage] += now - since;
    since = now;
    return now;
  };
  return {
    ms,
    start(next: FinishStage) {
      lap();
      stage = next === 'verify' ? 'measure' : next;
      onStage(next);
    },
    stop() {
      ms.total = lap() - began;
      stage = null;
      return ms;
    }
  };
}
