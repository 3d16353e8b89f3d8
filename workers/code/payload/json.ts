import { readFields } from './fields';
import type { PayloadFormat } from './payload';

/**
 * Readable versioned JSON, as `npm run codes` writes it:
 * `{"version":1,"studentNumber":"…","name":"…","institutionCode":"…","institutionName":"…"}`.
 * An object without a version is read as version 1.
 */
export const json: PayloadFormat = {
  kind: 'json',
  parse(text) {
    if (!text.trimStart().startsWith('{')) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // not JSON
      return null;
    }
    if (typeof value !== 'object' || value === null) return null;
    if ('version' in value && value.version !== 1) return null;
    const fields = readFields(Object.entries(value));
    return fields && { kind: 'json', fields };
  }
};
