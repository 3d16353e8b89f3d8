import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readId } from '$lib/server/submission/request';

export const POST = route(
  { access: 'key', limit: 'share', answers: [200] },
  async ({ params, key, services }) => {
    const { submissions, payments } = await services();
    const status = await submissions.withdraw(readId(params.id), key);
    // The fee goes back; should this fail, the next round does it.
    await payments.round().catch(() => undefined);
    return json(status, 200);
  }
);
