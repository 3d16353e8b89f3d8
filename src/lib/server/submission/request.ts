import * as v from 'valibot';
import {
  detailsSchema,
  maxPhotoBytes,
  registrationSchema,
  reportSchema,
  type Details,
  type Registration
} from '$lib/submission/contract';
import { readBody } from '../http/body';
import { Refusal } from '../http/problem';

export interface SubmissionRequest {
  id: string;
  key: string;
  photo: Uint8Array<ArrayBuffer>;
  registration: Registration;
  report: v.InferOutput<typeof reportSchema>;
  details: Details;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Registration, report and the form's own lines around the photo. */
const maxRestBytes = 128 * 1024;

/** The id of the path. @throws Refusal `submission.unknown` */
export function readId(id: string): string {
  if (!uuid.test(id)) throw new Refusal('submission.unknown');
  return id;
}

/** The client's key: 32 random bytes in base64url. @throws Refusal `request.unauthorised` */
export function readKey(request: Request): string {
  const found = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.get('authorization') ?? '');
  if (!found) throw new Refusal('request.unauthorised');
  return found[1]!;
}

/**
 * Reads and validates everything but the photo's content.
 *
 * @throws Refusal `request.…`, `registration.invalid`, `report.invalid`, `photo.missing`
 */
export async function readSubmission(request: Request, id: string): Promise<SubmissionRequest> {
  const key = readKey(request);
  const form = await readForm(request);
  const photo = form.get('photo');
  if (!(photo instanceof Blob) || photo.size === 0) throw new Refusal('photo.missing');
  if (photo.size > maxPhotoBytes) throw new Refusal('request.tooLarge');
  return {
    id,
    key,
    photo: new Uint8Array(await photo.arrayBuffer()),
    registration: parse(registrationSchema, form.get('registration'), 'registration.invalid'),
    report: parse(reportSchema, form.get('report'), 'report.invalid'),
    details: parse(detailsSchema, form.get('details') ?? '{}', 'request.malformed')
  };
}

async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) throw new Refusal('request.malformed');
  const body = await readBody(request, maxPhotoBytes + maxRestBytes);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Refusal('request.malformed');
  }
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  text: FormDataEntryValue | null,
  code: 'registration.invalid' | 'report.invalid' | 'request.malformed'
): v.InferOutput<Schema> {
  try {
    const value: unknown = JSON.parse(String(text));
    // A list of nothing would pass for an object without fields.
    if (!Array.isArray(value)) return v.parse(schema, value);
  } catch {
    // Told below.
  }
  throw new Refusal(code);
}
