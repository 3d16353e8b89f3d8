/**
 * NUL is part of no name, number or text, and PostgreSQL has no such character: whatever holds one is refused before
 * it is read.
 */

/** Whether an address holds one, percent-encoded: no other form comes through HTTP. */
export const addressHasNul = (address: string): boolean => address.includes('%00');

/** Whether a string or a key of some JSON does: an escape that is not itself escaped. */
export const jsonHasNul = (json: string): boolean =>
  json.includes('\\u0000') && /(?<!\\)(?:\\\\)*\\u0000/.test(json);
