import * as v from 'valibot';
import { expect, it } from 'vitest';
import { tolerant } from './tolerant';

const strict = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z]+$/)),
  terms: v.optional(v.strictObject({ fen: v.number() }), { fen: 0 }),
  fields: v.pipe(v.array(v.strictObject({ id: v.string() })), v.maxLength(2)),
  standard: v.union([v.string(), v.strictObject({ width: v.number() })])
});
const newer = {
  code: 'a',
  later: 1,
  terms: { fen: 1, later: 1 },
  fields: [{ id: 'b', later: 1 }],
  standard: { width: 480, later: 1 }
};

it('leaves out what it does not know, at every depth', () => {
  expect(v.safeParse(strict, newer).success).toBe(false);
  expect(v.parse(tolerant(strict), newer)).toEqual({
    code: 'a',
    terms: { fen: 1 },
    fields: [{ id: 'b' }],
    standard: { width: 480 }
  });
});

it('still holds everything that it knows against the schema, and fills in what is left out', () => {
  const read = (change: object) => v.safeParse(tolerant(strict), { ...newer, ...change });
  expect(read({ code: 'A' }).success).toBe(false);
  expect(read({ fields: [{}, {}, {}] }).success).toBe(false);
  expect(read({ standard: { width: '480' } }).success).toBe(false);
  expect(read({ terms: undefined }).output).toMatchObject({ terms: { fen: 0 } });
});
