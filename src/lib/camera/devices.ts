import { within } from '$lib/platform/within';

/** Nothing waits longer for what is only of use for a choice or a message. */
const answerMs = 3_000;

/** The cameras of this device; none where it does not tell in time. Names are there once one was allowed. */
export async function listCameras(): Promise<MediaDeviceInfo[]> {
  try {
    const all = await within(answerMs, navigator.mediaDevices.enumerateDevices());
    return all.filter(({ kind }) => kind === 'videoinput');
  } catch {
    // there are no devices here, or no answer
    return [];
  }
}

/** What the Permissions API says of the camera; undefined where it does not tell in time. */
export async function cameraPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await within(answerMs, navigator.permissions.query({ name: 'camera' as PermissionName }));
  } catch {
    // this browser does not tell
    return undefined;
  }
}
