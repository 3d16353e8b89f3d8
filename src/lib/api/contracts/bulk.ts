/** Studio photos that an admin brings in at once; see `lib/bulk`. */
import * as v from 'valibot';
import { studentNumberPattern } from '../patterns';
import type { Contract } from './contract';
import { campaignCode } from './parts';

/** Numbers asked about at once. */
export const matchSize = 500;

export const matchSchema = v.strictObject({
  campaign: campaignCode,
  numbers: v.pipe(v.array(v.pipe(v.string(), v.regex(studentNumberPattern))), v.maxLength(matchSize))
});

const matchedSchema = v.object({
  /** Students on the campaign's list; 0 without one. */
  listed: v.number(),
  /** Those of the numbers that are on it. */
  students: v.array(
    v.object({
      studentNumber: v.string(),
      name: v.string(),
      class: v.string(),
      /** A photo is there already, neither rejected nor withdrawn. */
      there: v.boolean()
    })
  )
});
export type Matched = v.InferOutput<typeof matchedSchema>;
export type ListedStudent = Matched['students'][number];

export const bulkApi = {
  /** A body, because numbers have no place in an address. */
  match: {
    method: 'POST',
    path: '/api/v1/staff/students/match',
    body: matchSchema,
    answer: matchedSchema
  }
} as const satisfies Record<string, Contract>;
