import { log } from '$lib/server/log';

/** Enough to see what is wrong; anybody may ask under any name. */
const most = 5;

/** Remembers under which other addresses than its own (`ORIGIN`) pages of this server are opened. */
export class OriginNotes {
  readonly #told = new Set<string>();
  readonly #tell: (facts: { expected: string; asked: string }) => void;

  constructor(tell: (facts: { expected: string; asked: string }) => void) {
    this.#tell = tell;
  }

  /**
   * Tells once of each: whatever such a page sends is refused as another site's.
   *
   * @param asked an origin, or a host alone
   */
  note(expected: string, asked: string | null): void {
    if (asked === null || asked === expected || asked === new URL(expected).host) return;
    if (this.#told.size >= most || this.#told.has(asked)) return;
    if (!/^(https?:\/\/)?[\w.-]{1,253}(:\d{1,5})?$/.test(asked)) return;
    this.#told.add(asked);
    this.#tell({ expected, asked });
  }
}

const notes = new OriginNotes((facts) => log.warn('origin.other', undefined, facts));

/** As `note`, into the server's log. */
export const noteOrigin = (expected: string, asked: string | null): void => notes.note(expected, asked);
