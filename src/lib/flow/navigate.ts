import { goto } from '$app/navigation';
import { here } from '$lib/device/here.svelte';

/** Goes to another page of the flow. A kiosk leaves no trail of pages for the next student to walk back on. */
export const navigate = (path: string) => goto(path, { replaceState: here.known?.personal === false });
