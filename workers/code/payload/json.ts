import { readFields } from './fields';
import type { PayloadFormat } from './payload';

/** A string or a number of JSON; numbers also as careless writers put them, with zeros in front. */
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/**
 * Readable versioned JSON, as `npm run codes` writes it:
 * `{"version":1,"studentNumber":"…","name":"…","institutionCode":"…","institutionName":"…"}`.
 * An object without a version is read as version 1. The digits of a number are those that stand in the text.
 */
export const json: PayloadFormat = {
  kind: 'json',
  parse(text) {
    if (!text.trimStart().startsWith('{')) return null;
    let value: unknown;
    try {
      value = JSON.parse(text.replace(token, asText));
    } catch {
      // not JSON
      return null;
    }
    if (typeof value !== 'object' || value === null) return null;
    if ('version' in value && String(value.version) !== '1') return null;
    const fields = readFields(Object.entries(value));
    return fields && { kind: 'json', ...fields };
  }
};

/** A number as what is written: as a number, the digits after the sixteenth would be lost. */
function asText(found: string): string {
  if (found.startsWith('"')) return found;
  return /^\d+$/.test(found) ? `"${found}"` : JSON.stringify({ number: found });
}
