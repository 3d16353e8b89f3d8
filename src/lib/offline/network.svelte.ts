import { within } from '$lib/platform/within';
import { livePath, pageOriginHeader, serverOriginHeader } from '$lib/api/contracts/health';

/**
 * `good`: the endpoint answers; `captive`: somebody else does in its place, as a campus network that wants to be signed
 * in to first; `none`: nobody answers.
 */
export type NetworkState = 'good' | 'captive' | 'none';

const probeMs = 8_000;
/** Between two looks while somebody else answers. */
const againMs = 10_000;

/** What lies between this page and its server, found out when something did not come as it should. */
class Network {
  state = $state<NetworkState>('good');
  /** The address that the server was set up for, where this page was opened under another: it would take nothing. */
  rightOrigin = $state<string | null>(null);
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
    this.state = await this.#probe();
    if (this.state === 'captive') this.#timer = setTimeout(() => void this.look(), againMs);
    else if (this.state === 'good' && before === 'captive') for (const then of this.#cleared) then();
    return this.state;
  }

  async #probe(): Promise<NetworkState> {
    try {
      const headers = { [pageOriginHeader]: location.origin };
      // A login page on another site is led to; following it would fail like no network at all.
      const asked = fetch(livePath, { headers, cache: 'no-store', redirect: 'manual' });
      const answer = await within(probeMs, asked);
      if (answer.type === 'opaqueredirect') return 'captive';
      const body = await within(probeMs, answer.text());
      if (!answer.ok || !body.includes('"live"')) {
        // The server's own errors come in its own words; a page is somebody's.
        const own = /json/.test(answer.headers.get('content-type') ?? '') || answer.status >= 500;
        return own ? 'none' : 'captive';
      }
      const origin = answer.headers.get(serverOriginHeader);
      this.rightOrigin = origin === null || origin === location.origin ? null : origin;
      return 'good';
    } catch {
      // nobody answers
      return 'none';
    }
  }
}

export const network = new Network();
