import { within } from '$lib/platform/within';

/**
 * `good`: the endpoint answers; `captive`: somebody else does in its place, as a campus network that wants to be signed
 * in to first; `none`: nobody answers.
 */
export type NetworkState = 'good' | 'captive' | 'none';

/** Answers from this server alone, and the same as long as it runs. */
export const probePath = '/api/v1/health/live';
const probeMs = 8_000;
/** Between two looks while somebody else answers. */
const againMs = 10_000;

/** What lies between this page and its server, found out when something did not come as it should. */
class Network {
  state = $state<NetworkState>('good');
  #looking: Promise<NetworkState> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #cleared = new Set<() => void>();

  /** Asks the server for a word that nobody else would say. Never throws. */
  look(): Promise<NetworkState> {
    return (this.#looking ??= this.#look().finally(() => (this.#looking = null)));
  }

  /** Calls `then` each time a network that was captive has let the page through. */
  onCleared(then: () => void): () => void {
    this.#cleared.add(then);
    return () => this.#cleared.delete(then);
  }

  async #look(): Promise<NetworkState> {
    clearTimeout(this.#timer);
    const before = this.state;
    this.state = await probe();
    if (this.state === 'captive') this.#timer = setTimeout(() => void this.look(), againMs);
    else if (this.state === 'good' && before === 'captive') for (const then of this.#cleared) then();
    return this.state;
  }
}

async function probe(): Promise<NetworkState> {
  try {
    // A login page on another site is led to; following it would fail like no network at all.
    const answer = await within(probeMs, fetch(probePath, { cache: 'no-store', redirect: 'manual' }));
    if (answer.type === 'opaqueredirect') return 'captive';
    const body = await within(probeMs, answer.text());
    if (answer.ok && body.includes('"live"')) return 'good';
    // The server's own errors come in its own words; a page is somebody's.
    return /json/.test(answer.headers.get('content-type') ?? '') || answer.status >= 500 ? 'none' : 'captive';
  } catch {
    // nobody answers
    return 'none';
  }
}

export const network = new Network();
