import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { log } from '../../src/lib/server/log';

/** Parts of a picture's time: waiting for it, its bytes, its turn and the work, and writing down what came of it. */
export type FarmStage = 'claim' | 'read' | 'finish' | 'store';

export interface WorkerMetrics {
  ended(verdict: string): void;
  tried(code: string): void;
  note(event: 'renewed' | 'restarted' | 'lost' | 'waited'): void;
  time(stage: FarmStage, ms: number): void;
  text(): Promise<string>;
}

/** A worker as it stands now: pictures in hand, those that wait for any worker, and its browser's memory. */
export interface WorkerState {
  held: number;
  /** NaN where the database does not answer. */
  waiting: number;
  browserMb: number;
}

/** What Prometheus reads of a worker. */
export function workerMetrics(state: () => Promise<WorkerState>): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'gradframe_farm_' });
  const pictures = new Counter({
    name: 'gradframe_farm_pictures_total',
    help: 'Pictures that ended here, by verdict; error: given up.',
    labelNames: ['verdict'],
    registers
  });
  const failures = new Counter({
    name: 'gradframe_farm_failures_total',
    help: 'Tries that failed here and are made again, by cause.',
    labelNames: ['code'],
    registers
  });
  const events = new Counter({
    name: 'gradframe_farm_events_total',
    help: 'Pages renewed, browsers started again, leases lost, waits for a store that did not answer.',
    labelNames: ['event'],
    registers
  });
  const seconds = new Histogram({
    name: 'gradframe_farm_seconds',
    help: 'Time of one picture, by stage.',
    labelNames: ['stage'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers
  });
  const held = new Gauge({ name: 'gradframe_farm_held', help: 'Pictures in hand here.', registers });
  const waiting = new Gauge({
    name: 'gradframe_farm_waiting',
    help: 'Pictures that wait for any worker, those in hand among them.',
    registers
  });
  const browser = new Gauge({
    name: 'gradframe_farm_browser_bytes',
    help: 'Memory of the browser, all its pages together; 0 where the system does not tell.',
    registers
  });
  return {
    ended: (verdict) => pictures.inc({ verdict }),
    tried: (code) => failures.inc({ code }),
    note: (event) => events.inc({ event }),
    time: (stage, ms) => seconds.observe({ stage }, ms / 1000),
    async text() {
      const now = await state();
      held.set(now.held);
      waiting.set(now.waiting);
      browser.set(now.browserMb * 1e6);
      return registry.metrics();
    }
  };
}

/**
 * Serves `/health` (200 while pictures can be taken), `/health/live` (200 while the process runs) and `/metrics`.
 *
 * @throws when the port is taken
 */
export async function serveWorker(
  { host, port }: { host: string; port: number },
  metrics: WorkerMetrics,
  isWell: () => Promise<boolean>
): Promise<{ port: number; stop(): void }> {
  const answers: Record<string, () => Promise<[number, string]>> = {
    '/health': async () => ((await isWell()) ? [200, 'ok\n'] : [503, 'not ready\n']),
    '/health/live': () => Promise.resolve([200, 'ok\n']),
    '/metrics': async () => [200, await metrics.text()]
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    const status = answer ? answer() : Promise.resolve([404, 'no such page\n'] as [number, string]);
    status
      .catch((error: unknown): [number, string] => {
        log.warn('farm.answer', error);
        return [503, 'not ready\n'];
      })
      .then(([code, text]) =>
        response.writeHead(code, { 'content-type': 'text/plain; version=0.0.4' }).end(text)
      )
      // Whoever asked is gone.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections();
      server.close();
    }
  };
}
