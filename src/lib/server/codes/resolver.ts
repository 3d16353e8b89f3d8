import * as v from 'valibot';
import { open, type CodeKeys } from './envelope';

const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}]*$/u));

const fieldsSchema = v.object({
  // Of the form that a typed one has: it becomes a file's name in the export.
  studentNumber: v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-Za-z-]{4,32}$/)),
  name: line(64),
  institutionCode: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{5}$/))),
  institutionName: v.optional(line(128))
});

/** What an encrypted code says. */
export type ResolvedCode = v.InferOutput<typeof fieldsSchema>;

/** Whoever can read encrypted codes: our own envelope, or the registry's own means behind the same interface. */
export interface CodeResolver {
  /** The fields, or null when the token is not one this resolver can read. */
  resolve(token: string): Promise<ResolvedCode | null>;
}

/** Reads our own envelope. */
export function envelopeResolver(keys: CodeKeys): CodeResolver {
  return {
    resolve(token) {
      const parsed = v.safeParse(fieldsSchema, open(token, keys));
      return Promise.resolve(parsed.success ? parsed.output : null);
    }
  };
}
