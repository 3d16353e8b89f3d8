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
