import * as v from 'valibot';
import { open, type CodeKeys } from './envelope';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

const fieldsSchema = v.object({
  studentNumber: line(32),
  name: v.pipe(line(64), v.minLength(1)),
  institutionCode: v.optional(line(5)),
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
