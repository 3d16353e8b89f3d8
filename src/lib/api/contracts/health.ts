/**
 * Whether the server answers, and for which address.
 *
 *     GET /api/v1/health/live     x-page-origin: the address under which the page was opened
 *       200 `{"status":"live"}`, with x-server-origin: the address that the server was set up for
 *
 * Under any other address it takes nothing that a page sends.
 */
export const livePath = '/api/v1/health/live';
export const pageOriginHeader = 'x-page-origin';
export const serverOriginHeader = 'x-server-origin';
