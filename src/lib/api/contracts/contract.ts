import type * as v from 'valibot';

/** One exchange with the endpoint: where, what goes in, and what comes out. */
export interface Contract {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` in place of each parameter. */
  path: `/api/v1/${string}`;
  /** The JSON that is sent. */
  body?: v.GenericSchema;
  /** A file is sent in place of JSON. */
  file?: true;
  /** The JSON that comes back; where left out nothing does (204). */
  answer?: v.GenericSchema;
  /** How long the answer may take, ms; see `request`. */
  timeoutMs?: number;
}
