import * as v from 'valibot';
import type { PayloadFields, ReadFields } from './payload';

/** Names the fields go by in readable codes, in lower case without separators: English, pinyin initials, Chinese. */
const names: Readonly<Record<keyof PayloadFields, readonly string[]>> = {
  studentNumber: ['studentnumber', 'studentno', 'studentid', 'xh', '学号'],
  name: ['name', 'studentname', 'xm', '姓名'],
  institutionCode: ['institutioncode', 'schoolcode', 'yxdm', 'xxdm', '院校代码', '学校代码'],
  institutionName: [
    'institutionname',
    'institution',
    'schoolname',
    'school',
    'yxmc',
    'xxmc',
    '院校名称',
    '学校名称',
    '学校',
    '院校'
  ]
};

const fieldByName = new Map(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field as keyof PayloadFields]))
);

/** A number that is no plain digits, as json.ts gives it. */
const inexactNumber = v.object({ number: v.string() });

/** Everything but text counts as blank. */
const line = v.pipe(
  v.union([
    v.string(),
    v.pipe(
      inexactNumber,
      v.transform(({ number }) => number)
    ),
    v.pipe(
      v.unknown(),
      v.transform(() => '')
    )
  ]),
  v.trim(),
  v.maxLength(128)
);

const fieldsSchema = v.pipe(
  v.object({
    studentNumber: line,
    name: v.optional(line),
    institutionCode: v.optional(line),
    institutionName: v.optional(line)
  }),
  v.check((fields) => Object.keys(fields).length >= 2)
);

/**
 * The fields among named values, whatever their spelling; null unless a student number (blank or not) and one
 * more field of ours are named, so that an ordinary address with `?name=` is not taken for a collection code.
 */
export function readFields(entries: Iterable<readonly [string, unknown]>): ReadFields | null {
  const found: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const field = fieldByName.get(
      name
        .trim()
        .toLowerCase()
        .replace(/[\s_-]/g, '')
    );
    if (field && !(field in found)) found[field] = value;
  }
  const answer = v.safeParse(fieldsSchema, found);
  if (!answer.success) return null;
  const inexact = (Object.keys(answer.output) as (keyof PayloadFields)[]).filter((field) =>
    v.is(inexactNumber, found[field])
  );
  return { fields: answer.output, ...(inexact.length > 0 && { inexact }) };
}
