/**
 * Whose photo it is, shared by the client and the endpoint.
 *
 *     POST /api/v1/codes/resolve       {"token": "…"}
 *       200 `ResolvedFields` · problem `code.unreadable` or `code.noResolver` otherwise
 */
import * as v from 'valibot';
import { fieldIdPattern, institutionCodePattern, studentNumberPattern } from '../patterns';
import type { Contract } from './contract';
import { line } from './parts';

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const institution = {
  institutionCode: v.optional(v.pipe(v.string(), v.regex(institutionCodePattern))),
  institutionName: v.optional(line(128)),
  /** Answers to the fields the campaign asks for, by field id. */
  fields: v.optional(v.record(v.pipe(v.string(), v.regex(fieldIdPattern)), line(128)))
};

/** Who the photo is of, in clear: read from the code or typed. */
const knownSchema = v.strictObject({
  studentNumber: v.pipe(v.string(), v.trim(), v.regex(studentNumberPattern)),
  name: line(64),
  ...institution,
  source: v.picklist(['code', 'typed']),
  /** An opaque code that nobody has read yet: the endpoint holds it against what was typed. */
  codeToken: v.optional(token)
});

/** As the endpoint showed it, masked; the endpoint reads the token again when the photo arrives. */
const maskedSchema = v.strictObject({
  studentNumber: line(32),
  name: line(64),
  ...institution,
  source: v.literal('resolved'),
  codeToken: token
});

export const registrationSchema = v.variant('source', [knownSchema, maskedSchema]);
export type Registration = v.InferOutput<typeof registrationSchema>;

/** Body of POST /api/v1/codes/resolve. */
export const resolveSchema = v.strictObject({ token });

const resolvedSchema = v.object({
  studentNumber: line(32),
  name: line(64),
  institutionCode: institution.institutionCode,
  institutionName: institution.institutionName,
  /** A photo of this student is there already. */
  submitted: v.boolean()
});
/** What the code says, masked. */
export type ResolvedFields = v.InferOutput<typeof resolvedSchema>;

export const registrationApi = {
  resolve: {
    method: 'POST',
    path: '/api/v1/codes/resolve',
    body: resolveSchema,
    answer: resolvedSchema,
    // Typing takes little longer; nobody should wait for a network that hangs.
    timeoutMs: 10_000
  }
} as const satisfies Record<string, Contract>;
