/** Tells every page of this browser, and the service worker, that the draft on the device has changed. */
const name = 'gradframe.draft';

export function tellChange(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(null);
  channel.close();
}

/** Calls `heard` after each change made elsewhere; answers how to stop. */
export function onChange(heard: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = heard;
  return () => channel.close();
}
