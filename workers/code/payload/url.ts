import { readFields } from './fields';
import type { PayloadFormat } from './payload';

/** A web address that carries the fields as parameters, in its query or behind the `#`. */
export const url: PayloadFormat = {
  kind: 'url',
  parse(text) {
    const address = webAddress(text);
    if (!address) return null;
    const hash = address.hash.slice(1);
    const fields = readFields([
      ...address.searchParams,
      ...new URLSearchParams(hash.slice(hash.indexOf('?') + 1))
    ]);
    // Many a link has a student's number; one that also names the student was made for it.
    return fields?.fields.name ? { kind: 'url', ...fields } : null;
  }
};

/** The address in `text` when it is a web address and nothing else. */
export function webAddress(text: string): URL | null {
  if (!/^\s*https?:\/\/\S+\s*$/i.test(text)) return null;
  try {
    return new URL(text.trim());
  } catch {
    // no address
    return null;
  }
}
