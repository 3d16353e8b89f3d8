import type { PayloadFields, ReadFields } from './payload';
import { isPlausibleName } from './name';

/** What is wrong with a field of a code that was read; `message` is a message key. */
export interface FieldProblem {
  field: keyof PayloadFields;
  message: FieldMessage;
}

export type FieldMessage =
  | 'code.studentNumber.blank'
  | 'code.studentNumber.zero'
  | 'code.studentNumber.odd'
  | 'code.studentNumber.inexact'
  | 'code.name.blank'
  | 'code.name.odd'
  | 'code.institutionCode.odd'
  | 'code.institution.other'
  | 'code.institution.mismatch';

/** The institution a unit collects for. */
export interface ExpectedInstitution {
  code: string;
  name: string;
}

interface FieldCheck extends FieldProblem {
  /** True when the field has this problem. */
  found(
    fields: PayloadFields,
    expected: ExpectedInstitution | undefined,
    inexact: readonly (keyof PayloadFields)[]
  ): boolean;
}

/** The registry's limit. */
export const studentNumberPattern = /^[0-9A-Za-z-]{4,32}$/;
/** 教育部学校标识码 as in diplomas. */
export const institutionCodePattern = /^[0-9]{5}$/;

const blank = (value: string | undefined) => value === undefined || value === '';

/** Every check, one row each; of one field the first problem counts. */
const checks: readonly FieldCheck[] = [
  {
    field: 'studentNumber',
    message: 'code.studentNumber.inexact',
    found: (_, __, inexact) => inexact.includes('studentNumber')
  },
  {
    field: 'studentNumber',
    message: 'code.studentNumber.blank',
    found: ({ studentNumber }) => blank(studentNumber)
  },
  {
    field: 'studentNumber',
    message: 'code.studentNumber.zero',
    found: ({ studentNumber }) => /^0+$/.test(studentNumber ?? '')
  },
  {
    field: 'studentNumber',
    message: 'code.studentNumber.odd',
    // a word without a digit or one digit repeated is a placeholder
    found: ({ studentNumber = '' }) =>
      !studentNumberPattern.test(studentNumber) || !/\d/.test(studentNumber) || /^(.)\1+$/.test(studentNumber)
  },
  { field: 'name', message: 'code.name.blank', found: ({ name }) => blank(name) },
  {
    field: 'name',
    message: 'code.name.odd',
    found: ({ name = '' }) => !isPlausibleName(name)
  },
  {
    field: 'institutionCode',
    message: 'code.institutionCode.odd',
    found: ({ institutionCode }) =>
      institutionCode !== undefined && !institutionCodePattern.test(institutionCode)
  },
  {
    field: 'institutionCode',
    message: 'code.institution.other',
    found: ({ institutionCode }, expected) =>
      expected !== undefined && institutionCode !== undefined && institutionCode !== expected.code
  },
  {
    field: 'institutionName',
    message: 'code.institution.mismatch',
    found: ({ institutionCode, institutionName }, expected) =>
      expected !== undefined &&
      institutionCode === expected.code &&
      !blank(institutionName) &&
      institutionName !== expected.name
  }
];

/** Problems of the fields, at most one a field, in the order of the confirm page; `expected` is the unit's own institution. */
export function checkFields(
  { fields, inexact = [] }: ReadFields,
  expected?: ExpectedInstitution
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { field, message, found } of checks) {
    if (!problems.some((problem) => problem.field === field) && found(fields, expected, inexact)) {
      problems.push({ field, message });
    }
  }
  return problems;
}
