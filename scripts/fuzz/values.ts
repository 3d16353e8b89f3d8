import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e林晓',
  '\ud800',
  '%',
  '%00',
  '../../etc/passwd',
  "' OR 1=1 --",
  '{{7*7}}',
  '=1+1',
  'null',
  '__proto__',
  'constructor',
  '2026-02-31T25:61:00Z',
  '2026-11-01T00:00:00.000Z',
  '9007199254740993',
  '1e999',
  '-0',
  '١٢٣',
  '👩‍🎓'.repeat(200),
  'x'.repeat(70_000)
];
const oddValues: Json[] = [
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { id: {} },
  { length: 3 },
  { __proto__: null, constructor: 'x' }
];

/** Text that nobody types. */
export const oddText = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...oddTexts));

const oddValue = fc.oneof(
  oddText,
  fc.constantFrom(...oddValues),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
);

/** Every place in a value, the value itself among them. */
function placesIn(value: Json, path: string[] = []): string[][] {
  const inner = value && typeof value === 'object' ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([name, part]) => placesIn(part as Json, [...path, name]))];
}

type Change = (value: Json | undefined) => Json | undefined;

function changed(value: Json, path: readonly string[], change: Change): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  const copy = structuredClone(value) as Record<string, Json>;
  if (!copy || typeof copy !== 'object') return change(value);
  const part = changed(copy[name] ?? null, rest, change);
  if (part === undefined) delete copy[name];
  else copy[name] = part;
  return copy;
}

const change: fc.Arbitrary<Change> = fc.oneof(
  oddValue.map((odd) => () => odd),
  fc.constant(() => undefined),
  oddValue.map(
    (odd) => (value: Json | undefined) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? { ...value, further: odd }
        : [value ?? odd]
  ),
  fc.constant((value: Json | undefined) => (Array.isArray(value) ? [...value, ...value] : [value ?? null])),
  fc.nat(200).map((times) => (value: Json | undefined) => {
    if (typeof value === 'string') return value.repeat(times);
    return typeof value === 'number' ? -value : times;
  })
);

/** A value with some of its parts gone, doubled, or of another kind; as JSON text. */
export const oddJson = (sample: unknown): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), change), { maxLength: 3 })
    .map((changes) => {
      let value = sample as Json | undefined;
      for (const [share, one] of changes) {
        const places = placesIn(value ?? null);
        value = changed(value ?? null, places[Math.floor(share * places.length)]!, one);
      }
      return JSON.stringify(value) ?? '';
    });

const share = fc.double({ min: 0, max: 1, noNaN: true });
type Edit = (bytes: Buffer) => Buffer;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(([at, byte]) => (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    if (copy.length) copy[Math.min(copy.length - 1, Math.floor(at * copy.length))] = byte;
    return copy;
  }),
  share.map((at) => (bytes: Buffer) => bytes.subarray(0, Math.floor(at * bytes.length))),
  fc.tuple(share, fc.uint8Array({ maxLength: 64 })).map(([at, added]) => (bytes: Buffer) => {
    const place = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, place), added, bytes.subarray(place)]);
  }),
  fc.tuple(share, share).map(
    ([from, to]) =>
      (bytes: Buffer) =>
        Buffer.concat([bytes, bytes.subarray(Math.floor(from * bytes.length), Math.floor(to * bytes.length))])
  )
);

/** Bytes with some changed, cut off, put in or repeated. */
export const oddBytes = (bytes: Uint8Array): fc.Arbitrary<Buffer> =>
  fc
    .array(edit, { maxLength: 3 })
    .map((edits) => edits.reduce<Buffer>((all, one) => one(all), Buffer.from(bytes)));

/** What may stand in a header. */
export const oddHeader = oddText.map((text) => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').slice(0, 4_000));
