import { kindOf, withoutType } from './names';
import type { FoundPicture, SourceProblem } from './plan';

/** A picture that can be read when its turn comes. */
export interface SourcePicture extends FoundPicture {
  /** @throws where it cannot be read; `isGone` tells whether the file itself is out of reach */
  open(): Promise<Blob>;
}

/** A file that may be a sheet of names and numbers. */
export interface SourceSheet {
  path: string;
  size: number;
  open(): Promise<Blob>;
}

/** What was dropped or chosen: pictures by path, each path once. */
export interface Source {
  pictures: SourcePicture[];
  sheets: SourceSheet[];
  /** Files that are neither, and are left aside. */
  others: number;
  /** To open it again after a reload, where the browser gives one. */
  handle: FileSystemHandle | null;
}

/** Why nothing of what was chosen can be taken in; a text each. */
export type SourceErrorCode =
  | 'bulk.unreadable'
  | 'bulk.zipBroken'
  | 'bulk.zipSplit'
  | 'bulk.encrypted'
  | 'bulk.archive'
  | 'bulk.notAllowed';

/** What was chosen cannot be read. `file` is the name of the one it is about, or empty. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly file: string;
  constructor(code: SourceErrorCode, file = '', options?: ErrorOptions) {
    super(code, options);
    this.name = 'SourceError';
    this.code = code;
    this.file = file;
  }
}

/** Whether a failed reading means that the disk or folder is out of reach, and not that the file is damaged. */
export const isGone = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['NotFoundError', 'NotReadableError', 'NotAllowedError'].includes(error.name);

/** A file as it is met. */
interface Met {
  path: string;
  size: number;
  /** ms since 1970. */
  modified: number;
  problem?: SourceProblem | null;
  open(): Promise<Blob>;
}

/** Sorts files by what they are, while a folder or ZIP is walked. */
export class Found {
  readonly #paths = new Set<string>();
  readonly #pictures: SourcePicture[] = [];
  readonly #sheets: SourceSheet[] = [];
  readonly #tell: (count: number) => void;
  #others = 0;

  /** @param tell called with the number of pictures so far */
  constructor(tell: (count: number) => void = () => undefined) {
    this.#tell = tell;
  }

  add({ problem = null, ...met }: Met): void {
    const kind = kindOf(met.path);
    if (kind === 'litter') return;
    if (kind === 'other') return void this.#others++;
    if (kind === 'sheet') return void this.#sheets.push(met);
    const own = problem ?? (kind === 'archive' ? 'archive' : kind === 'raw' ? 'raw' : null);
    this.#pictures.push({ ...met, path: this.#unique(met.path), problem: own });
    this.#tell(this.#pictures.length);
  }

  /** Everything that was met. @param handle to open it again */
  source(handle: FileSystemHandle | null): Source {
    const isRaw = ({ problem }: SourcePicture) => problem === 'raw';
    const stem = ({ path }: SourcePicture) => withoutType(path).toLowerCase();
    const stems = new Set(this.#pictures.filter((one) => !isRaw(one)).map(stem));
    // The camera's own file beside its JPEG is no second picture.
    const pictures = this.#pictures.filter((one) => !isRaw(one) || !stems.has(stem(one)));
    const others = this.#others + this.#pictures.length - pictures.length;
    return { pictures, sheets: this.#sheets, others, handle };
  }

  /** Some programs write a name twice into one ZIP. */
  #unique(path: string): string {
    let unique = path;
    for (let n = 2; this.#paths.has(unique); n++) unique = path.replace(/(\.[^./]*)?$/, ` (${n})$1`);
    this.#paths.add(unique);
    return unique;
  }
}
