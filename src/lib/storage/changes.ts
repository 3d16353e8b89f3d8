import { listen, tellAll } from '$lib/platform/channel';

/** Every page of this browser, and the service worker, hear under it that the draft on the device has changed. */
const name = 'gradframe.draft';

/** Tells the other tabs that what is kept has changed. */
export const tellChange = (): void => tellAll(name);

/** Calls `heard` after each change made elsewhere; answers how to stop. */
export const onChange = (heard: () => void): (() => void) => listen(name, heard);
