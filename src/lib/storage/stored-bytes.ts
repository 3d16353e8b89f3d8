import { debugLog } from '$lib/log/debug-log';

/**
 * Bytes as they were kept; of a Blob, as earlier versions kept them, what it holds. Null where there are none any more:
 * WebKit may have lost what stands behind a stored Blob.
 */
export async function storedBytes(
  stored: Blob | Uint8Array<ArrayBuffer> | null
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(stored instanceof Blob)) return stored;
  try {
    return new Uint8Array(await stored.arrayBuffer());
  } catch (error) {
    debugLog.warn('storage.blob', error);
    return null;
  }
}
