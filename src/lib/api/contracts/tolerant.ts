import * as v from 'valibot';

/** What this walks through of a schema, whatever its kind. */
interface Anatomy {
  type: string;
  entries?: Record<string, v.GenericSchema>;
  wrapped?: v.GenericSchema;
  default?: unknown;
  item?: v.GenericSchema;
  options?: v.GenericSchema[];
  pipe?: [v.GenericSchema, ...v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>[]];
}

/**
 * The same schema for reading an answer: fields it does not know are left out, so that a page that was opened before
 * the endpoint got a new version still reads what it sends.
 */
export function tolerant<Schema extends v.GenericSchema>(schema: Schema): Schema {
  return walk(schema) as Schema;
}

function walk(schema: v.GenericSchema): v.GenericSchema {
  const { type, entries, wrapped, default: otherwise, item, options, pipe } = schema as unknown as Anatomy;
  if (pipe) {
    const [first, ...steps] = pipe;
    return (v.pipe as unknown as (...all: unknown[]) => v.GenericSchema)(walk(first), ...steps);
  }
  if (type === 'strict_object' && entries)
    return v.object(Object.fromEntries(Object.entries(entries).map(([name, one]) => [name, walk(one)])));
  if (type === 'optional' && wrapped) return v.optional(walk(wrapped), otherwise);
  if (type === 'array' && item) return v.array(walk(item));
  if (type === 'union' && options) return v.union(options.map(walk));
  return schema;
}
