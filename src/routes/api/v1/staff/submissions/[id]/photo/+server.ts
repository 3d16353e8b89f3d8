import { Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readId } from '$lib/server/submission/request';

export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ params, staff, services }) => {
    const { desk, files } = await services();
    const photo = await files.get(await desk.photoOf(readId(params.id), staff));
    if (!photo) throw new Refusal('submission.unknown');
    return new Response(photo, { headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' } });
  }
);
