import { toBase64 } from '$lib/api/base64';
import { isTouched } from './device';
import { saveBlob } from './save-file';

/** Whether the system's own sheet takes such a file: from there it is saved or sent. */
export function canShare(file: File): boolean {
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/** Opens the system's sheet. @returns false where it could not be opened; a closed sheet is an answer */
export async function share(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    // Closed again by the student: nothing more is wanted.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/**
 * Lets the student keep a file: by the system's sheet on a phone that has one, else by a download.
 *
 * @returns whether the sheet took it; of a download nobody learns
 */
export async function keep(file: File): Promise<boolean> {
  if (isTouched() && canShare(file) && (await share(file))) return true;
  saveBlob(file.name, file);
  return false;
}

/**
 * A picture as text: an address that can be pressed for long where one of a blob cannot. Of the bytes themselves: WebKit
 * fails to read a blob while the page is left.
 */
export const dataUrl = (bytes: Uint8Array, type: string): string => `data:${type};base64,${toBase64(bytes)}`;
