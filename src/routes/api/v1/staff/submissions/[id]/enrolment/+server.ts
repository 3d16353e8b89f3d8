import { Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readId } from '$lib/server/submission/request';

/** The enrolment photo beside a submission; that it was shown goes into the log. */
export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ params, staff, services }) => {
    const { desk, enrolment } = await services();
    const id = readId(params.id);
    const shown = await enrolment.show({ id, ...(await desk.studentOf(id, staff)) }, staff.name);
    if (!shown) throw new Refusal('submission.unknown');
    return new Response(shown.file, {
      headers: { 'content-type': shown.type, 'cache-control': 'no-store' }
    });
  }
);
