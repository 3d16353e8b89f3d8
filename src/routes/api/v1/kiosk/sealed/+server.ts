import { unpackItem } from '$lib/api/contracts/kiosk';
import { unseal } from '$lib/api/envelope';
import { kioskKeyFile } from '$lib/server/config';
import { countAddress } from '$lib/server/http/limits';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { readKioskKeys } from '$lib/server/kiosk/keys';
import { services } from '$lib/server/services';
import { maxPhotoBytes } from '$lib/api/contracts/submission';
import type { RequestHandler } from './$types';

/** Registration and report beside the photo. */
const maxBytes = maxPhotoBytes + 128 * 1024;

/**
 * Takes what a kiosk has sealed, as if the student had sent it. Sending the same again is safe. The kiosk learns
 * nothing but that it arrived.
 */
export const POST: RequestHandler = ({ request, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal('request.tooLarge');
    const envelope = new Uint8Array(await request.arrayBuffer());
    const content = await unseal(await readKioskKeys(kioskKeyFile()), envelope);
    const item = content && unpackItem(content);
    if (!item) throw new Refusal('request.malformed');
    const { id, key, jpeg: photo, registration, report, details = { campaign: 'default' } } = item;
    const { submissions } = await services();
    const { created } = await submissions.accept({ id, key, photo, registration, report, details });
    return json({}, created ? 201 : 200);
  });
