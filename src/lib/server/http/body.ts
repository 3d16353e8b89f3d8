import * as v from 'valibot';
import { intake } from './intake';
import { jsonHasNul } from './nul';
import { Refusal } from './problem';

/** Students' bodies and the console's by themselves: whatever happens to the one, the other goes on. */
const intakes = { students: intake(), console: intake() };
export type IntakeName = keyof typeof intakes;

/** How a route reads its body. */
export interface BodyReader<Body> {
  maxBytes: number;
  /** @throws Refusal on what it does not take */
  parse(bytes: Uint8Array<ArrayBuffer>): Body;
}

/** JSON that a form of the app sends; lists of students come another way. */
const maxJsonBytes = 64 * 1024;

/** JSON as the schema has it. @throws Refusal `request.malformed` */
export const jsonBody = <Schema extends v.GenericSchema>(
  schema: Schema,
  maxBytes = maxJsonBytes
): BodyReader<v.InferOutput<Schema>> => ({
  maxBytes,
  parse(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    const body = v.safeParse(schema, parsed(text));
    if (!body.success || jsonHasNul(text)) throw new Refusal('request.malformed');
    return body.output;
  }
});

/** The bytes as they are. */
export const bytesBody = (maxBytes: number): BodyReader<Uint8Array<ArrayBuffer>> => ({
  maxBytes,
  parse: (bytes) => bytes
});

/** Text in UTF-8, as it was signed. */
export const textBody = (maxBytes = maxJsonBytes): BodyReader<string> => ({
  maxBytes,
  parse: (bytes) => Buffer.from(bytes).toString('utf8')
});

/**
 * Reads a body of at most `maxBytes`.
 *
 * @throws Refusal `request.tooLarge`, `request.slow`, `request.malformed` when it ends early
 */
export async function readBody(
  request: Request,
  address: string,
  maxBytes: number,
  from: IntakeName
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('request.tooLarge');
  if (!request.body) return new Uint8Array();
  return intakes[from].collect(request.body, address, maxBytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // not JSON: the route refuses it
    return null;
  }
}
