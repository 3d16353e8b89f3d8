/** Every way a camera can fail; each code has its text under `camera.<code>`. */
export type CameraTrouble =
  | 'denied'
  | 'dismissed'
  | 'missing'
  | 'busy'
  | 'insecure'
  | 'unsupported'
  | 'standalone'
  | 'overconstrained'
  | 'ended'
  | 'failed';

export interface CameraWorld {
  isSecure: boolean;
  hasMediaDevices: boolean;
  /** Opened from the home screen of an iPhone or iPad, where older systems give pages no camera. */
  standalone: boolean;
  /** As the Permissions API tells it, where it does. */
  permission: PermissionState | undefined;
}

/**
 * Why the camera did not open: `error` is what getUserMedia rejected with, null when it is not there at all.
 * Error names: W3C Media Capture and Streams; the ones with `Track` and `Devices` are older Chromium's.
 */
export function diagnose(error: unknown, world: CameraWorld): CameraTrouble {
  if (!world.isSecure) return 'insecure';
  // Most often a browser inside another app; its words say what to do in any.
  if (!world.hasMediaDevices) return world.standalone ? 'standalone' : 'unsupported';
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return world.permission === 'prompt' ? 'dismissed' : 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return 'missing';
    case 'OverconstrainedError':
      return 'overconstrained';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
