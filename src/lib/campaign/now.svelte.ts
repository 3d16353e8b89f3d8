import { onMount } from 'svelte';
import { serverNow } from '$lib/api/server-clock';

const everyMs = 30_000;

/** The endpoint's time, as it goes on while a component is shown. */
export function ticking(): { readonly ms: number } {
  let ms = $state(serverNow());
  onMount(() => {
    const timer = setInterval(() => (ms = serverNow()), everyMs);
    return () => clearInterval(timer);
  });
  return {
    get ms() {
      return ms;
    }
  };
}
