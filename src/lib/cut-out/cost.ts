import { savesData } from '$lib/platform/saves-data';
import { within } from '$lib/platform/within';
import { fineAssets } from '$lib/core/assets';

/** How many times as long as the fast cut-out the fine one takes, its engine's start included. */
const fineTimes = 3;
const [leastSeconds, ms] = [2, 1000];

/** Bytes of the fine engine that are still to be fetched: of its files those that the service worker has not kept. */
export async function fineBytesLeft(): Promise<number> {
  const left = Object.entries(fineAssets).map(async ([name, url]) =>
    (await isKept(url as string)) ? 0 : FINE_BYTES[name as keyof typeof fineAssets]
  );
  return (await Promise.all(left)).reduce((sum, bytes) => sum + bytes, 0);
}

/** Whole seconds that the fine cut-out may take where the fast photo took `fastMs`; the download not counted. */
export const fineSeconds = (fastMs: number): number =>
  Math.max(leastSeconds, Math.ceil((fastMs * fineTimes) / ms));

/** A cache that does not answer by then counts as empty. */
const lookMs = 3_000;

async function isKept(url: string): Promise<boolean> {
  try {
    return (await within(lookMs, caches.match(url))) !== undefined;
  } catch {
    // Forbidden here, no secure context, or no answer: nothing is kept then.
    return false;
  }
}

interface Connection {
  saveData?: boolean;
  type?: string;
}

/** Whether each byte is known to cost: the browser saves data, or the line is a phone's. Unknown counts as free. */
export function metered(device: { connection?: Connection } = navigator as object): boolean {
  return savesData(device) || device.connection?.type === 'cellular';
}

/** Gigabytes from which on a device is known to hold the fine engine (half a gigabyte). */
const enoughMemory = 4;

interface Device {
  deviceMemory?: number;
  connection?: Connection;
}

/**
 * Whether an advised fine cut-out may begin unasked: where the device is known to hold it, and its files are there
 * already or the line is known to cost nothing. What a browser does not tell counts against it.
 *
 * @param bytes still to be fetched
 */
export function mayBeginUnasked(bytes: number, device: Device = navigator as object): boolean {
  const { deviceMemory = 0, connection } = device;
  const free = !savesData(device) && ['wifi', 'ethernet'].includes(connection?.type ?? '');
  return deviceMemory >= enoughMemory && (bytes === 0 || free);
}
