import * as v from 'valibot';
import { registrationSchema, type Registration } from '$lib/api/contracts/registration';
import {
  detailsSchema,
  maxPhotoBytes,
  reportSchema,
  type Details,
  type Received
} from '$lib/api/contracts/submission';
import { uuidPattern } from '$lib/api/patterns';
import { jsonHasNul } from '../http/nul';
import { Refusal } from '../http/problem';
import type { BodyOwner, Parts } from '../store/parts';
import { readRange } from './range';

export interface SubmissionRequest {
  id: string;
  key: string;
  photo: Uint8Array<ArrayBuffer>;
  registration: Registration;
  report: v.InferOutput<typeof reportSchema>;
  details: Details;
  /** A kiosk has sealed it. */
  sealed?: boolean;
  /** When a kiosk sealed it, ms by its clock; absent where the student's device sends it itself. */
  sealedAt?: number;
}

/** The photo, and registration, report and the form's own lines around it. */
export const maxSubmissionBytes = maxPhotoBytes + 128 * 1024;

/** The id of the path. @throws Refusal `submission.unknown` */
export function readId(id: string): string {
  if (!uuidPattern.test(id)) throw new Refusal('submission.unknown');
  return id;
}

/**
 * Takes a submission's form, or a part of one, and runs `work` on it once all is there. Everything is validated then but the
 * photo's content.
 *
 * @returns what `work` returns, or how much of it is there
 * @throws Refusal `request.…`, `registration.invalid`, `report.invalid`, `photo.missing`
 */
export async function withSubmission<T>(
  { headers }: Request,
  bytes: Uint8Array<ArrayBuffer>,
  { id, key, network }: Omit<BodyOwner, 'type'>,
  parts: Parts,
  work: (submission: SubmissionRequest) => Promise<T>
): Promise<T | Received> {
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) throw new Refusal('request.malformed');
  const range = readRange(headers.get('content-range'), maxSubmissionBytes);
  if (!range) return work(await parseSubmission(id, key, type, bytes));
  if (bytes.length !== range.length) throw new Refusal('request.malformed');
  const of = { id, key, type, network };
  const { received, whole } = await parts.add(of, range, bytes);
  if (!whole) return { received };
  const result = await work(await parseSubmission(id, key, type, whole));
  await parts.forget(of);
  return result;
}

async function parseSubmission(
  id: string,
  key: string,
  type: string,
  body: Uint8Array<ArrayBuffer>
): Promise<SubmissionRequest> {
  const form = await parseForm(type, body);
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

async function parseForm(type: string, body: Uint8Array<ArrayBuffer>): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    // no form: refused
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
    if (!Array.isArray(value) && !jsonHasNul(String(text))) return v.parse(schema, value);
  } catch {
    // Told below.
  }
  throw new Refusal(code);
}
