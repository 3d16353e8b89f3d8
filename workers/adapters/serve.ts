import { expose } from 'comlink';
import type { LogMessage } from '../log';

/** What a frame of the page has and a worker has not. */
interface Frame {
  document?: unknown;
}

/** The port that the page has given a frame; a worker is one itself. */
let port: MessagePort | undefined;
const frame = globalThis as unknown as Frame;

/** Answers the page's calls with `api`: in a worker directly, in a frame of the page through the port it sends. */
export function serve(api: object): void {
  if (frame.document === undefined) return expose(api);
  const receive = (event: MessageEvent) => {
    const [given] = event.ports;
    // Its window says less: WebKit leaves the source out.
    if (event.origin !== origin || !given) return;
    removeEventListener('message', receive);
    port = given;
    expose(api, port);
    // The page's calls may come now.
    port.postMessage({});
  };
  addEventListener('message', receive);
}

/** Tells the page something beside the answers to its calls. */
export function tellPage(message: LogMessage): void {
  if (frame.document === undefined) postMessage(message);
  else port?.postMessage(message);
}
