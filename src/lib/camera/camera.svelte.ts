import { controlsOf, noControls, type CameraControls } from './controls';
import { troubleOf, type CameraTrouble } from './trouble';

export type Facing = 'user' | 'environment';

/** As much as the sensor gives up to here; the crop keeps a part of it. */
const ideal = { width: { ideal: 1920 }, height: { ideal: 1440 } };

/** One camera: opened, switched, lit, closed. Never throws; what went wrong is in `trouble`. */
export class Camera {
  stream = $state.raw<MediaStream | null>(null);
  trouble = $state<CameraTrouble | null>(null);
  controls = $state.raw<CameraControls>(noControls);
  /** The system or another program holds the picture back for now. */
  paused = $state(false);
  /** Frame size as the video shows it, after any turn of the device; null before the first frame. */
  size = $state.raw<{ width: number; height: number } | null>(null);
  readonly #photo: { width: number; height: number };
  #facing = $state<Facing>('user');
  #cameras = $state.raw<MediaDeviceInfo[]>([]);
  #deviceId: string | undefined;
  #turn = 0;
  #suspended = false;
  #wakeLock: WakeLockSentinel | undefined;

  /** @param photo size of what is to be made of the frames; without one none is too small */
  constructor(facing: Facing, photo = { width: 0, height: 1 }) {
    this.#facing = facing;
    this.#photo = photo;
  }

  /** A picture of the one who looks at it, which people expect to see as in a mirror. */
  get mirrored(): boolean {
    return this.#facing === 'user';
  }

  /** More than one camera to choose from. */
  get switchable(): boolean {
    return this.#cameras.length > 1;
  }

  /** Its frames are smaller than the photo to be made of them. */
  get coarse(): boolean {
    return (
      this.size !== null &&
      Math.min(this.size.width, this.size.height * (this.#photo.width / this.#photo.height)) <
        this.#photo.width
    );
  }

  /** Opens the camera and looks after it, through hidden tabs and changed permissions, until the returned call. */
  attend(): () => void {
    const visibility = () => {
      if (document.visibilityState === 'hidden') this.#suspend();
      else if (this.#suspended || this.trouble === 'ended') void this.open();
    };
    const plugged = () => void this.#plugged();
    const allowed = () => {
      if (permission?.state === 'granted' && this.trouble) void this.open();
    };
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    let permission: PermissionStatus | undefined;
    let over = false;
    void cameraPermission().then((status) => {
      if (over) return;
      permission = status;
      permission?.addEventListener('change', allowed);
    });
    document.addEventListener('visibilitychange', visibility);
    devices?.addEventListener('devicechange', plugged);
    void this.open();
    return () => {
      over = true;
      permission?.removeEventListener('change', allowed);
      document.removeEventListener('visibilitychange', visibility);
      devices?.removeEventListener('devicechange', plugged);
      this.close();
    };
  }

  async open(): Promise<void> {
    this.close();
    const turn = ++this.#turn;
    this.trouble = null;
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    try {
      if (!devices) throw null;
      const which = this.#deviceId
        ? { deviceId: { exact: this.#deviceId } }
        : { facingMode: { ideal: this.#facing } };
      const stream = await devices.getUserMedia({ audio: false, video: { ...which, ...ideal } });
      // Closed, or opened anew, while the student was being asked.
      if (turn !== this.#turn) return stopAll(stream);
      this.#take(stream);
      this.#cameras = await cameras();
      // The screen may then go dark, no more.
      const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (turn === this.#turn) this.#wakeLock = lock;
      // It was released by the browser already.
      else void lock?.release().catch(() => undefined);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#deviceId = undefined;
      const state = (await cameraPermission())?.state;
      if (turn !== this.#turn) return;
      this.trouble = troubleOf(error, {
        isSecure: window.isSecureContext,
        hasMediaDevices: devices !== undefined,
        userAgent: navigator.userAgent,
        standalone: (navigator as { standalone?: boolean }).standalone === true,
        permission: state
      });
    }
  }

  close(): void {
    this.freeze();
    this.stream = null;
    this.size = null;
    this.controls = noControls;
  }

  /** Turns the camera off and leaves its last picture standing. */
  freeze(): void {
    this.#turn++;
    this.#suspended = false;
    this.paused = false;
    if (this.stream) stopAll(this.stream);
    // It was released by the browser already.
    void this.#wakeLock?.release().catch(() => undefined);
    this.#wakeLock = undefined;
  }

  /** Front to back and back again on a phone; the next camera where they do not say which way they look. */
  async switch(): Promise<void> {
    const { facingMode, deviceId } = this.#track?.getSettings() ?? {};
    if (facingMode) {
      this.#deviceId = undefined;
      this.#facing = this.#facing === 'user' ? 'environment' : 'user';
    } else {
      const at = this.#cameras.findIndex((camera) => camera.deviceId === deviceId);
      this.#deviceId = this.#cameras[(at + 1) % this.#cameras.length]?.deviceId;
    }
    await this.open();
  }

  async light(on: boolean): Promise<void> {
    const done = await this.#apply({ torch: on });
    this.controls = { ...this.controls, torch: done ? on : null };
  }

  /** Sets the exposure compensation, in EV. */
  async expose(value: number): Promise<void> {
    const { exposure } = this.controls;
    if (!exposure) return;
    this.controls = { ...this.controls, exposure: { ...exposure, value } };
    if (!(await this.#apply({ exposureCompensation: value })))
      this.controls = { ...this.controls, exposure: null };
  }

  /** Sets the zoom, as a factor. */
  async zoom(value: number): Promise<void> {
    const { zoom } = this.controls;
    if (!zoom) return;
    this.controls = { ...this.controls, zoom: { ...zoom, value } };
    if (!(await this.#apply({ zoom: value }))) this.controls = { ...this.controls, zoom: null };
  }

  get #track(): MediaStreamTrack | undefined {
    return this.stream?.getVideoTracks()[0];
  }

  #take(stream: MediaStream): void {
    const track = stream.getVideoTracks()[0]!;
    const facing = track.getSettings().facingMode;
    if (facing === 'user' || facing === 'environment') this.#facing = facing;
    this.controls = controlsOf(track.getCapabilities?.() ?? {}, track.getSettings());
    const mine = (then: () => void) => () => {
      if (this.stream === stream) then();
    };
    track.addEventListener(
      'mute',
      mine(() => (this.paused = true))
    );
    track.addEventListener(
      'unmute',
      mine(() => (this.paused = false))
    );
    track.addEventListener(
      'ended',
      mine(() => {
        this.close();
        this.trouble = 'ended';
      })
    );
    this.stream = stream;
  }

  async #plugged(): Promise<void> {
    this.#cameras = await cameras();
    if (this.trouble === 'missing' && this.#cameras.length) await this.open();
  }

  /** Nobody looks: the camera's lamp goes off until somebody does. */
  #suspend(): void {
    if (this.#track?.readyState !== 'live') return;
    this.close();
    this.#suspended = true;
  }

  async #apply(setting: object): Promise<boolean> {
    try {
      await this.#track?.applyConstraints({ advanced: [setting as MediaTrackConstraintSet] });
      return true;
    } catch {
      // this camera cannot do it, as the answer says
      return false;
    }
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function cameras(): Promise<MediaDeviceInfo[]> {
  // The list is only for the switch between cameras.
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all.filter(({ kind }) => kind === 'videoinput');
}

async function cameraPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'camera' as PermissionName });
  } catch {
    // this browser does not tell
    return undefined;
  }
}
