import type { Payload } from './payload/payload';

/** Something that was read, and what it is. */
interface Read {
  payload: Payload;
  text: string;
}

/** What tells two of our codes apart: whose they are, or the encrypted content. */
function identity({ payload, text }: Read): string {
  if (payload.kind === 'foreign') return text;
  if (payload.kind === 'opaque') return payload.token;
  const { studentNumber, name } = payload.fields;
  return `${studentNumber}\n${name}`;
}

/** Written for us alone; a web address may also be an ordinary link that happens to carry such fields. */
const isPlain = ({ payload, text }: Read): boolean =>
  payload.kind !== 'foreign' && payload.kind !== 'url' && !/^\s*https?:/i.test(text);

/**
 * Of all codes of a picture those that can be meant, each once: collection codes before links that look like one, and
 * one that is neither only where there is nothing else. More than one is for the student to decide.
 */
export function chosen<T extends Read>(codes: readonly T[]): T[] {
  const ours = codes.filter(({ payload }) => payload.kind !== 'foreign');
  const plain = ours.filter(isPlain);
  const best = plain.length ? plain : ours.length ? ours : codes.slice(0, 1);
  const first = new Map<string, T>();
  for (const code of best) if (!first.has(identity(code))) first.set(identity(code), code);
  return [...first.values()];
}
