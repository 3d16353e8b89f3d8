import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countState } from './store/review-queue';
import type { Services } from './services';

const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'gradframe_' });

const requests = new Histogram({
  name: 'gradframe_request_seconds',
  help: 'Time to answer, by route pattern, method and status.',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry]
});
const waiting = new Gauge({
  name: 'gradframe_submissions',
  help: 'Submissions waiting for review and in review, counted up to 10,000.',
  labelNames: ['campaign', 'state'],
  registers: [registry]
});

/** @param route its pattern, never the address: a submission's id identifies a person */
export function countRequest(route: string, method: string, status: number, ms: number): void {
  requests.observe({ route, method, status: String(status) }, ms / 1000);
}

/** What Prometheus reads. */
export async function metricsText({ db, campaigns }: Services): Promise<{ type: string; text: string }> {
  for (const { code } of await campaigns.list())
    for (const state of ['received', 'inReview'] as const)
      waiting.set({ campaign: code, state }, await countState(db, code, state));
  return { type: registry.contentType, text: await registry.metrics() };
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Whether the request carries the token that the unit gave its collector. */
export const mayCollect = (token: string, authorization: string | null) =>
  timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
