import { troubleOf, type CameraTrouble } from './trouble';

export type Facing = 'user' | 'environment';

/** As much as the sensor gives up to here; the crop keeps a part of it. */
const ideal = { width: { ideal: 1920 }, height: { ideal: 1440 } };

/** One camera: opened, switched, lit, closed. Never throws; what went wrong is in `trouble`. */
export class Camera {
  stream = $state.raw<MediaStream | null>(null);
  trouble = $state<CameraTrouble | null>(null);
  facing = $state<Facing>('user');
  /** More than one camera to choose from. */
  switchable = $state(false);
  /** Null where there is no torch. */
  torch = $state<boolean | null>(null);
  #opening = 0;
  #wakeLock: WakeLockSentinel | undefined;

  constructor(facing: Facing) {
    this.facing = facing;
  }

  async open(): Promise<void> {
    this.close();
    const turn = ++this.#opening;
    this.trouble = null;
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    try {
      if (!devices) throw null;
      const stream = await devices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: this.facing }, ...ideal }
      });
      // Closed, or opened anew, while the student was being asked.
      if (turn !== this.#opening) return stopAll(stream);
      this.stream = stream;
      this.#watch(stream);
      await this.#look(stream);
    } catch (error) {
      if (turn !== this.#opening) return;
      this.trouble = troubleOf(error, {
        isSecure: window.isSecureContext,
        hasMediaDevices: devices !== undefined,
        userAgent: navigator.userAgent,
        permission: await cameraPermission()
      });
    }
  }

  close(): void {
    this.#opening++;
    if (this.stream) stopAll(this.stream);
    this.stream = null;
    this.torch = null;
    void this.#wakeLock?.release().catch(() => undefined);
    this.#wakeLock = undefined;
  }

  async switch(): Promise<void> {
    this.facing = this.facing === 'user' ? 'environment' : 'user';
    await this.open();
  }

  async light(on: boolean): Promise<void> {
    const [track] = this.stream?.getVideoTracks() ?? [];
    try {
      await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
      this.torch = on;
    } catch {
      this.torch = null;
    }
  }

  #watch(stream: MediaStream): void {
    const [track] = stream.getVideoTracks();
    track?.addEventListener('ended', () => {
      if (this.stream !== stream) return;
      this.close();
      this.trouble = 'ended';
    });
  }

  /** What this camera can do; none of it is needed. */
  async #look(stream: MediaStream): Promise<void> {
    const [track] = stream.getVideoTracks();
    const abilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
    this.torch = abilities?.torch ? false : null;
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    this.switchable = devices.filter(({ kind }) => kind === 'videoinput').length > 1;
    this.#wakeLock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function cameraPermission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'camera' as PermissionName })).state;
  } catch {
    return undefined;
  }
}
