import { scaleFace } from '../face/face';
import { crownRise, scaleGeometry } from '../face/geometry';
import type { FindFaces, SegmentPerson } from '../finish/engines';
import { locate } from '../finish/stages/locate';
import { isEmpty, type Plane, type RgbaImage } from '../image/image';
import { readAt, type Picture } from '../image/picture';
import type { Kernels } from '../kernels';
import { Pace } from '../pace';
import type { Finding, LiveAnswer } from '../protocol';
import type { ResolvedStandard } from '../standard/resolve';
import { judge } from '../verdict/judge';

/** Longer side, in pixels, that the measures look at: enough for light and focus, quick to read back. */
const measuredSide = 512;
/**
 * Share of the time that may go into the person mask and into looking at the pixels; the rest finds landmarks. Light,
 * focus and hair change slowly, a pose does not.
 */
const pixelShare = 0.06;

/** Judges the frames of one camera in turn. What is dear is done now and then, and holds until it is done again. */
export class LiveJudge {
  readonly #pace = new Pace(pixelShare);
  /** Of the frame before. */
  #findings: readonly Finding[] = [];
  #sat = false;
  /** Of the sitter, by the last person mask. */
  #crownRise: number | undefined;

  constructor(
    /** Null while the segmenter is on its way. */
    private readonly segmentPerson: (...picture: Parameters<SegmentPerson>) => Plane | null,
    private readonly kernels: Pick<Kernels, 'resample'>
  ) {}

  /** One frame, which stays open; null where it holds nothing, as now and then in WebKitGTK. @throws whatever an engine throws */
  look(frame: Picture, findFaces: FindFaces, standard: ResolvedStandard): LiveAnswer | null {
    const started = performance.now();
    const { kernels } = this;
    const asked = this.#pace.due || !this.#sat;
    let segmenting = 0;
    const segmentPerson = (picture: Picture | RgbaImage): Plane | null => {
      if (!asked) return null;
      const began = performance.now();
      const mask = this.segmentPerson(picture);
      segmenting = performance.now() - began;
      return mask;
    };
    const crown = this.#crownRise;
    const { faces, mask, geometry, framing } = locate(frame, standard, {
      findFaces,
      segmentPerson,
      kernels,
      ...(crown !== undefined && { crownRise: crown })
    });
    const located = performance.now();

    const [sitter] = faces;
    const scale = Math.min(1, measuredSide / Math.max(frame.width, frame.height));
    this.#pace.earn(located - started - segmenting);
    // Where somebody comes, goes or is not seen, the light is asked at once.
    const quick = !asked && sitter !== undefined;
    this.#sat = sitter !== undefined;
    this.#crownRise = mask && geometry ? crownRise(geometry) : sitter && crown;
    const size = { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) };
    const image = quick ? blank(size) : readAt(frame, size, kernels.resample);
    if (!sitter && isEmpty(image)) return null;
    const input = {
      image,
      faces: faces.map((face) => scaleFace(face, scale)),
      geometry: geometry && scaleGeometry(geometry, scale),
      matte: mask,
      ...(framing && { framing: { reason: framing.reason } })
    };
    const question = { kind: 'live', stage: 'live', standard } as const;
    const report = judge(input, quick ? { ...question, slow: this.#findings } : question);
    this.#findings = report.findings;
    if (!quick) this.#pace.spend(segmenting + performance.now() - located);
    return {
      faces: faces.length,
      report,
      advice: report.reasons[0] ?? null,
      geometry,
      sharpness: report.findings.find(({ id }) => id === 'sharpness')?.value ?? 0,
      ms: { landmarks: located - started - segmenting, measure: segmenting + performance.now() - located }
    };
  }
}

/** Of the measured size, where no rule looks at a pixel. */
const blank = (size: { width: number; height: number }): RgbaImage => ({
  ...size,
  data: new Uint8ClampedArray()
});
