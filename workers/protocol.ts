/**
 * Every type that crosses a worker boundary. Both sides import it; it imports no behaviour.
 * Pixels are transferred, never copied; everything else is small plain data.
 */
import type { CameraFrame, Still } from './adapters/browser-picture';
import type { Payload } from './code/payload';
import type { Outcome } from './errors';
import type { HeadGeometry } from './face/head-geometry';
import type { Crop } from './finish/crop';
import type { Turned } from './image/turned';
import type { RgbaImage } from './image/image';
import type { MeasureInput } from './measures/measure';
import type { ResolvedStandard } from './standard/resolve';

export type { CoreErrorCode, Failure, Outcome } from './errors';
export type { LogMessage, WorkerEntry } from './log';
export type { Trace } from './trace';
export type { CameraFrame, Still } from './adapters/browser-picture';
export type { HeadGeometry } from './face/head-geometry';
export type { Crop } from './finish/crop';
export type { RgbaImage } from './image/image';

// ── verdicts ────────────────────────────────────────────────────────────────────────────────────

/** `na`: could not be measured on this picture (no face, nothing to see), or not asked (`missing`). */
export type Verdict = 'pass' | 'warn' | 'fail' | 'na';

/** What a picture is judged as: a camera frame, a still from our camera, or a student's own file. */
export type Kind = 'live' | 'still' | 'upload';

/** One rule's answer on one picture. */
export interface Finding {
  /** Measure id, e.g. `mouth.closed`. */
  id: string;
  /** Native value in the measure's own unit; null when not measurable. */
  value: number | null;
  /** Quality 0 (worst) … 100 (best) after ISO/IEC 29794-5 where that defines one; null when not measurable. */
  quality: number | null;
  verdict: Verdict;
  /** The bound that decided, to be shown beside the value; absent where the rule has none. */
  bound?: { min?: number; max?: number };
  /** Unit to show: `px`, `°`, `%`, `` … */
  unit: string;
  /** Message key of what to do about it; null on pass or na. */
  message: string | null;
  /** What was measured, as lines, x and y by turns, in pixels of the picture that the report is of. */
  lines?: number[][];
  /** Where it is to be seen, as outlines in the same pixels; only where it warned or failed. */
  regions?: number[][];
  /** What was not there to measure it by; only where it is `na` for that. */
  missing?: 'labels';
}

/** The report on one picture: rules in advice order (most blocking first). */
export interface Report {
  standard: string;
  kind: Kind;
  verdict: 'pass' | 'warn' | 'fail';
  findings: Finding[];
  /** Message keys of failed rules, then warned ones, most blocking first. */
  reasons: string[];
}

// ── code.worker ─────────────────────────────────────────────────────────────────────────────────

export interface DecodedCode {
  /** What the code says, and what it is. */
  text: string;
  payload: Payload;
  /** Stage of the cascade that read it, e.g. `zxing-wasm/raw`. */
  decoder: string;
  /** Corners in source pixels: top left, top right, bottom right, bottom left of the symbol. */
  corners: { x: number; y: number }[];
}

/** Why nothing was read. */
export type CodeTrouble = 'none' | 'tooSmall' | 'blurred' | 'glare' | 'cutOff' | 'unreadable';

export interface DecodeAnswer {
  /** What was read; more than one where it is for the student to say which is meant. */
  codes: DecodedCode[];
  /** Null when a code was read; on camera frames as of one of the last few. */
  trouble: CodeTrouble | null;
  ms: number;
}

export interface CodeWorkerApi {
  /** Fetches and starts the decoder. URLs are same-origin. */
  init(assets: CodeAssets, onProgress?: ProgressListener): Promise<Outcome<null>>;
  /** A student's picture file: the whole cascade. */
  decodeFile(file: Blob): Promise<Outcome<DecodeAnswer>>;
  /**
   * One camera frame (transferred, closed by the worker): cheap stages and one of the others in turn, within about
   * `budgetMs`; what the view finder aims at first, frames of a steady camera together.
   */
  decodeFrame(frame: Still, budgetMs: number): Promise<Outcome<DecodeAnswer>>;
}

export interface CodeAssets {
  zxingWasm: string;
}

// ── face.worker ─────────────────────────────────────────────────────────────────────────────────

export interface VisionAssets {
  /** The vision engine's module loader and binary. */
  wasmLoader: string;
  wasmBinary: string;
  /** Assembled face_landmarker.task, as it travels (workers/adapters/planes.ts). */
  faceModel: string;
  /** The coarse person segmenter. */
  personModel: string;
  /** The image core's own kernels (kernels/). */
  kernels: string;
}

/** Bytes so far over all files of a worker's start; `total` 0 while unknown. */
export type ProgressListener = (progress: { loaded: number; total: number }) => void;

/** What one camera frame told. */
export interface LiveAnswer {
  faces: number;
  report: Report;
  /** Single most blocking advice (message key), null when everything passes. Not yet smoothed over time. */
  advice: string | null;
  /** In frame pixels; null without a face. */
  geometry: HeadGeometry | null;
  /** Laplacian sharpness of the face: compares frames of one session to find the sharpest. */
  sharpness: number;
  ms: { landmarks: number; measure: number };
}

export interface FaceWorkerApi {
  init(assets: VisionAssets, onProgress?: ProgressListener): Promise<Outcome<null>>;
  /** One camera frame, unmirrored (transferred, closed by the worker). `timestampMs` must increase. */
  /** Null: the frame holds nothing. */
  analyse(
    frame: CameraFrame,
    timestampMs: number,
    standard: ResolvedStandard
  ): Promise<Outcome<LiveAnswer | null>>;
  /** The landmarks alone, as `analyse` finds them: what its measures are compared with. Answers the faces. */
  detect(frame: CameraFrame, timestampMs: number): Promise<Outcome<number>>;
}

// ── photo.worker ────────────────────────────────────────────────────────────────────────────────

export interface PhotoAssets extends VisionAssets {
  jpegEncoder: string;
}

/** What labelling the sitter needs besides; fetched after what the first advice needs. */
export interface LabelAssets {
  labelModel: string;
}

/** What the fine matte needs besides; fetched only when asked for. */
export interface FineAssets {
  /** ISNet for the fine outline. */
  fineModel: string;
  /** The inference engine's module loader and binary. */
  onnxLoader: string;
  onnxWasm: string;
  /** At most so many threads, from 1 on; one where the page is not isolated. */
  threads: number;
}

export type MatteEngine = 'fast' | 'fine';

export interface FinishOptions {
  kind: 'still' | 'upload';
  standard: ResolvedStandard;
  /** `auto`: the fine engine where the fast matte is in doubt and it has been loaded, else the fast one. */
  matte: MatteEngine | 'auto';
  /** Finish even when the source fails a rule (batch measurement). */
  force: boolean;
  /** Placed by hand, in pixels of the upright source; by the standard where left out. */
  crop?: Crop;
  emit: { alpha: boolean; overlay: boolean; flat?: boolean; input?: boolean; before?: boolean };
}

/** Steps of the recipe, in order, for progress. */
export type FinishStage = 'decode' | 'landmarks' | 'measure' | 'matte' | 'finish' | 'encode' | 'verify';

export interface FinishedPhoto {
  /** The JPEG file itself. */
  jpeg: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** Encoder quality used. */
  quality: number;
  /** dpi in the JFIF header. */
  density: number;
}

export interface FinishAnswer {
  faces: number;
  /** As it stands upright. */
  source: { width: number; height: number };
  /** Degrees clockwise by which a file's picture was turned, because nobody stood upright on it. */
  turned: Turned;
  /** The source as it was judged, small, to show beside the photo; only when asked for. */
  before: RgbaImage | null;
  /** Judged on the source. */
  report: Report;
  crop: Crop | null;
  /** Measured on the decoded finished file, in its pixels; null when nothing was finished. */
  geometry: HeadGeometry | null;
  /** Report of the decoded finished file; null when nothing was finished. */
  finishedReport: Report | null;
  photo: FinishedPhoto | null;
  /**
   * `doubt`: how much the fast matte takes on trust, 0 … some 5 (finish/doubt.ts). `fineAdvised`: the fast engine was
   * used where the doubt says that the fine one does better. `labelled`: the coarse mask was corrected by the labels.
   */
  matte: { engine: MatteEngine; doubt: number; labelled: boolean; fineAdvised: boolean } | null;
  /** PNG-ready pictures, only when asked for. */
  alpha: RgbaImage | null;
  overlay: RgbaImage | null;
  /** The finished picture before JPEG. */
  flat: RgbaImage | null;
  /** What the measures saw of the source, to measure again outside; only when asked for. */
  input: MeasureInput | null;
  ms: Record<'decode' | 'landmarks' | 'measure' | 'matte' | 'finish' | 'encode' | 'total', number>;
}

/** As the page gets it. */
export type Finished = Omit<FinishAnswer, 'before'> & {
  /** A JPEG. */
  before: Uint8Array<ArrayBuffer> | null;
};

export interface PhotoWorkerApi {
  init(assets: PhotoAssets, onProgress?: ProgressListener): Promise<Outcome<null>>;
  /** Fetches and starts the model that labels the sitter; until then the rules that need it are not asked. */
  loadLabels(assets: LabelAssets, onProgress?: ProgressListener): Promise<Outcome<null>>;
  /** Fetches and starts the fine matte's engine; some 55 MB once, and half a gigabyte while it runs. */
  loadFine(assets: FineAssets, onProgress?: ProgressListener): Promise<Outcome<null>>;
  /**
   * Judges a camera frame (transferred, closed by the worker) by the rules that need the sitter labelled. Null where the
   * model is not there, or no face.
   */
  look(frame: CameraFrame, standard: ResolvedStandard): Promise<Outcome<Report | null>>;
  /** File or still → finished photo and report. A still is transferred and closed by the worker. */
  finish(
    source: Blob | CameraFrame,
    options: FinishOptions,
    onStage?: (stage: FinishStage) => void
  ): Promise<Outcome<Finished>>;
}
