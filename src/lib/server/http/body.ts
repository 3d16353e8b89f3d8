import * as v from 'valibot';
import { jsonHasNul } from './nul';
import { Refusal } from './problem';

/** Bodies read at the same time; times their size, what they can take of the memory. */
const maxInHand = 200;
/** A sender slower than this is cut off: 1 MB at 140 kbit/s. */
const deadlineMs = 60_000;

let inHand = 0;

/**
 * Reads a body while counting: whatever length was announced, no more than `maxBytes` is ever kept.
 *
 * @throws Refusal `request.tooLarge`, `request.malformed` when it ends early or takes too long, `server.unavailable`
 *   when too many are being read already
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('request.tooLarge');
  if (!request.body) return new Uint8Array();
  if (inHand >= maxInHand) throw new Refusal('server.unavailable');
  inHand++;
  const reader = request.body.getReader();
  // The client is gone already.
  const late = setTimeout(() => void reader.cancel().catch(() => undefined), deadlineMs);
  try {
    return await collect(reader, maxBytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The server's own limit, should it be the lower one.
    throw new Refusal(
      (error as { status?: number }).status === 413 ? 'request.tooLarge' : 'request.malformed'
    );
  } finally {
    clearTimeout(late);
    inHand--;
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) throw new Refusal('request.tooLarge');
    chunks.push(part.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** JSON that a form of the app sends; lists of students come another way. */
const maxJsonBytes = 64 * 1024;

/** The request's JSON as the schema has it. @throws Refusal `request.malformed`, `request.tooLarge` */
export async function readJson<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema
): Promise<v.InferOutput<Schema>> {
  const text = Buffer.from(await readBody(request, maxJsonBytes)).toString('utf8');
  const body = v.safeParse(schema, parsed(text));
  if (!body.success || jsonHasNul(text)) throw new Refusal('request.malformed');
  return body.output;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // not JSON: the route refuses it
    return null;
  }
}
