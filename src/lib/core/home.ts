import type { Endpoint } from 'comlink';

/** Where a core runs, and how the page speaks with it. */
export interface Home {
  endpoint: Endpoint;
  /** Resolves once calls can be made; never where it dies before. */
  ready: Promise<void>;
  /** Stops it for good. */
  end: () => void;
}

/** What a home tells its owner beside the answers to calls. */
interface Heard {
  message: (data: unknown) => void;
  /** An error that no call answers for, or the script that did not come. */
  died: (event: Event) => void;
}

/** False where the browser would take a module for a classic script (before Firefox 114, Safari 15, Chrome 80). */
export function hasModuleWorkers(): boolean {
  if (typeof Worker !== 'function') return false;
  let asked = false;
  const options = {
    get type() {
      asked = true;
      return 'module' as const;
    }
  };
  try {
    // No address, so that nothing is fetched: the options are read before it is.
    new Worker('https://[', options).terminate();
  } catch {
    // As meant.
  }
  return asked;
}

/** A worker of its own. */
export function workerHome(script: string, { message, died }: Heard): Home {
  const worker = new Worker(script, { type: 'module' });
  worker.addEventListener('message', ({ data }) => message(data));
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  return { endpoint: worker, ready: Promise.resolve(), end: () => worker.terminate() };
}

/**
 * A frame of this page, for browsers whose workers have no WebGL2 (Safari before 17): the same script, reached through a
 * port (workers/adapters/serve.ts), on the page's own thread. The frame has no address: origin, policy and service worker are the
 * page's.
 */
export function frameHome(script: string, { message, died }: Heard): Home {
  const { port1, port2 } = new MessageChannel();
  // WebKit loses a call that holds a port of its own and comes before the frame listens: its first word is awaited.
  let heard!: () => void;
  const ready = new Promise<void>((resolve) => (heard = resolve));
  port1.addEventListener('message', ({ data }) => {
    heard();
    message(data);
  });
  port1.start();
  port1.addEventListener('messageerror', died);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = '<!doctype html><title>core</title>';
  frame.addEventListener(
    'load',
    () => {
      const { contentWindow: view, contentDocument: page } = frame;
      if (!view || !page) return died(new Event('error'));
      view.addEventListener('error', died);
      const element = page.createElement('script');
      element.type = 'module';
      element.src = script;
      element.addEventListener('load', () => view.postMessage(null, location.origin, [port2]));
      element.addEventListener('error', died);
      page.head.append(element);
    },
    { once: true }
  );
  document.body.append(frame);
  const end = () => {
    port1.close();
    frame.remove();
  };
  return { endpoint: port1, ready, end };
}
