import { unpackItem } from '$lib/api/contracts/kiosk';
import { unseal } from '$lib/api/envelope';
import { bytesBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { keysFor } from '$lib/server/kiosk/unsealing';
import { maxSubmissionBytes } from '$lib/server/submission/request';

/**
 * Takes what a kiosk has sealed, as if the student had sent it. Sending the same again is safe. The kiosk learns
 * nothing but that it arrived.
 */
export const POST = route(
  { access: 'anyone', limit: 'share', body: bytesBody(maxSubmissionBytes), answers: [200, 201] },
  async ({ body: envelope, services }) => {
    const { db, submissions } = await services();
    const keys = await keysFor(db, envelope);
    const content = await unseal(keys, envelope);
    const item = content && unpackItem(content);
    if (!item) throw new Refusal('request.malformed');
    const { id, key, jpeg: photo, registration, report, details = { campaign: 'default' } } = item;
    const sealedAt = details.quota?.finishedAt.at(-1);
    const { created } = await submissions.accept({
      ...{ id, key, photo, registration, report, details, sealed: true },
      ...(sealedAt !== undefined && { sealedAt })
    });
    return json({}, created ? 201 : 200);
  }
);
