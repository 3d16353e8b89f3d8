import { answered, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readId } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) =>
  answered(async () => {
    const { desk, files } = await services();
    const photo = await files.get(await desk.photoOf(readId(params.id)));
    if (!photo) throw new Refusal('submission.unknown');
    return new Response(photo, { headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' } });
  });
