import * as v from 'valibot';
import { Refusal } from './problem';

/** The request's JSON as the schema has it. @throws Refusal `request.malformed` */
export async function readJson<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema
): Promise<v.InferOutput<Schema>> {
  const body = v.safeParse(schema, await request.json().catch(() => null));
  if (!body.success) throw new Refusal('request.malformed');
  return body.output;
}
