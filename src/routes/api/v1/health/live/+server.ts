import { json } from '$lib/server/http/problem';
import type { RequestHandler } from './$types';

/** The process answers; whether it can take submissions is told by `/api/v1/health`. */
export const GET: RequestHandler = () => json({ status: 'live' }, 200);
