import type { HandleClientError } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { debugLog } from '$lib/log/debug-log';

addEventListener('error', ({ error }) => debugLog.error('page.uncaught', error));
addEventListener('unhandledrejection', ({ reason }) => debugLog.error('page.unhandled', reason));

/** What no page expected goes into the debug log, under an id that the error page shows. Nothing is sent. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (dev) console.error(error);
  return status === 404 ? { message } : { message, id: debugLog.error('page.unexpected', error) };
};
