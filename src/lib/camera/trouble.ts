/** Every way a camera can fail; each code has its text under `camera.<code>`. */
export type CameraTrouble =
  'denied' | 'dismissed' | 'missing' | 'busy' | 'insecure' | 'inAppBrowser' | 'ended' | 'failed';

export interface CameraWorld {
  isSecure: boolean;
  hasMediaDevices: boolean;
  userAgent: string;
  /** As the Permissions API tells it, where it does. */
  permission: PermissionState | undefined;
}

/** Messengers' own browsers, which often lack the camera. */
const inApp = /MicroMessenger|QQ\/|DingTalk|Weibo|AliApp/i;

/** Why the camera did not open: `error` is what getUserMedia rejected with, null when it is not there at all. */
export function troubleOf(error: unknown, world: CameraWorld): CameraTrouble {
  if (!world.isSecure) return 'insecure';
  if (!world.hasMediaDevices) return inApp.test(world.userAgent) ? 'inAppBrowser' : 'failed';
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      if (world.permission === 'prompt') return 'dismissed';
      return inApp.test(world.userAgent) ? 'inAppBrowser' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return 'missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
