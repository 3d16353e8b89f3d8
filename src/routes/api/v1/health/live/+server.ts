import { pageOriginHeader, serverOriginHeader } from '$lib/api/contracts/health';
import { noteOrigin } from '$lib/server/access/other-origin';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** The process answers, and says for which address; whether it can take submissions is told by `/api/v1/health`. */
export const GET = route({ access: 'anyone', limit: 'none', answers: [200] }, ({ request, url }) => {
  noteOrigin(url.origin, request.headers.get(pageOriginHeader));
  const response = json({ status: 'live' }, 200);
  response.headers.set(serverOriginHeader, url.origin);
  return response;
});
