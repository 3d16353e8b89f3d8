import { Refusal } from '../http/problem';

/** What a request says of its body: a part of a longer one (bytes), or nothing yet, asking how much is there. */
export interface BodyRange {
  from: number;
  /** 0: the question. */
  length: number;
  total: number;
}

const part = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/;
const question = /^bytes \*\/(\d{1,9})$/;

/**
 * `Content-Range` of a request (RFC 9110, 14.4 and 14.5: a partial PUT), null without one.
 *
 * @throws Refusal `request.malformed`, `request.tooLarge`
 */
export function readRange(header: string | null, maxTotal: number): BodyRange | null {
  if (header === null) return null;
  const asked = question.exec(header);
  const [, from, to, of] = asked ? [null, 0, -1, asked[1]] : (part.exec(header) ?? []);
  const range = { from: Number(from), length: Number(to) - Number(from) + 1, total: Number(of) };
  if (range.total > maxTotal) throw new Refusal('request.tooLarge');
  // Written so that what is no number is refused.
  if (!(range.total > 0 && range.from + range.length <= range.total && (asked || range.length > 0)))
    throw new Refusal('request.malformed');
  return range;
}

/** Beginnings of bodies that come in parts. In memory: nothing half-written stays, and what is lost is sent again. */
export interface Parts {
  /**
   * Adds a part where it continues what is there; any other changes nothing.
   *
   * @returns how many bytes are there, and the body once that is all
   */
  add(
    of: string,
    range: BodyRange,
    bytes: Uint8Array
  ): { received: number; whole: Uint8Array<ArrayBuffer> | null };
  /** Once the body has been taken. */
  forget(of: string): void;
}

interface Begun {
  body: Uint8Array<ArrayBuffer>;
  received: number;
  until: number;
}

/**
 * @param maxBytes of all bodies together; the one that waited longest goes first
 * @param keepMs how long a body waits for its next part
 */
export function bodyParts(maxBytes = 64 * 1024 * 1024, keepMs = 15 * 60_000, now = Date.now): Parts {
  const begun = new Map<string, Begun>();
  let bytes = 0;

  function drop(of: string): void {
    bytes -= begun.get(of)?.body.length ?? 0;
    begun.delete(of);
  }
  /** The oldest are first: whatever is continued moves to the end. */
  function makeRoom(wanted: number): void {
    for (const [of, { until }] of begun) {
      if (until > now() && bytes + wanted <= maxBytes) return;
      drop(of);
    }
  }
  return {
    add(of, { from, total }, added) {
      makeRoom(0);
      const found = begun.get(of);
      const there = found?.body.length === total ? found.received : 0;
      if (from === there && added.length) {
        const body = there ? found!.body : new Uint8Array(total);
        drop(of);
        makeRoom(total);
        body.set(added, from);
        begun.set(of, { body, received: from + added.length, until: now() + keepMs });
        bytes += total;
      }
      const at = begun.get(of);
      const received = at?.body.length === total ? at.received : 0;
      return { received, whole: received === total ? at!.body : null };
    },
    forget: drop
  };
}
