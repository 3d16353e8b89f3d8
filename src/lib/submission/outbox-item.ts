import type { Report } from '$workers/protocol';
import type { Registration } from '$lib/api/contracts/registration';
import type { Details } from '$lib/api/contracts/submission';

/** One submission on its way. */
export interface OutboxItem {
  /** Client-made UUID; the endpoint takes each id once. */
  id: string;
  key: string;
  jpeg: Uint8Array<ArrayBuffer>;
  registration: Registration;
  report: Report;
  /** Campaign, consent and what it answers; none in items kept by the first version. */
  details?: Partial<Details>;
}
