import { within } from '$lib/platform/within';
import { controlsOf, noControls, type CameraControls } from './controls';
import { cameraPermission, listCameras } from './devices';
import { Liveness } from './liveness';
import { diagnose, type CameraTrouble } from './diagnose';

export type Facing = 'user' | 'environment';

/** As much as the sensor gives up to here; the crop keeps a part of it. */
const ideal = { width: { ideal: 1920 }, height: { ideal: 1440 } };

/** A camera that has not opened by then waits for an answer to the browser's question, or does not answer itself. */
const slowMs = 8_000;
/** Some drivers never answer to a setting. */
const settingMs = 3_000;
/** Between two tries to open a camera that went away or that another program holds. */
const againMs = 6_000;
/** What may pass by itself. */
const passing: readonly CameraTrouble[] = ['ended', 'busy'];

/** One camera: opened, switched, lit, closed. Never throws; what went wrong is in `trouble`. */
export class Camera {
  stream = $state.raw<MediaStream | null>(null);
  trouble = $state<CameraTrouble | null>(null);
  controls = $state.raw<CameraControls>(noControls);
  /** It has not opened for a while: a question of the browser's may wait for its answer, which is taken also when late. */
  slow = $state(false);
  /** The system or another program holds the picture back for now. */
  paused = $state(false);
  /** No new frame comes though the camera is on. */
  frozen = $state(false);
  /** Frame size as the video shows it, after any turn of the device; null before the first frame. */
  size = $state.raw<{ width: number; height: number } | null>(null);
  readonly #photo: { width: number; height: number };
  #facing = $state<Facing>('user');
  #cameras = $state.raw<MediaDeviceInfo[]>([]);
  #deviceId = $state<string | undefined>();
  readonly #liveness = new Liveness();
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

  /** All of them, as the system names them; a phone has several that look the same way. */
  get lenses(): readonly MediaDeviceInfo[] {
    return this.#cameras;
  }

  /** Device id of the one that is open. */
  get lens(): string | undefined {
    return this.stream?.getVideoTracks()[0]?.getSettings().deviceId ?? this.#deviceId;
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
      else if (this.#suspended || (this.trouble && passing.includes(this.trouble))) void this.open();
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
    const timer = setInterval(() => void this.#openQuietly(), againMs);
    void this.open();
    return () => {
      over = true;
      clearInterval(timer);
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
    const slow = setTimeout(() => (this.slow = turn === this.#turn), slowMs);
    try {
      const stream = await this.#ask();
      // Closed, or opened anew, while the student was being asked.
      if (turn !== this.#turn) return stopAll(stream);
      this.slow = false;
      this.#take(stream);
      void this.#keepAwake(turn);
      this.#cameras = await listCameras();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#deviceId = undefined;
      const state = (await cameraPermission())?.state;
      if (turn !== this.#turn) return;
      this.slow = false;
      this.trouble = diagnose(error, {
        isSecure: window.isSecureContext,
        hasMediaDevices: (navigator.mediaDevices as MediaDevices | undefined) !== undefined,
        standalone: (navigator as { standalone?: boolean }).standalone === true,
        permission: state
      });
    } finally {
      clearTimeout(slow);
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
    this.slow = this.paused = this.frozen = false;
    this.#liveness.rest();
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

  /** Opens the one of this device id; should it have gone, the usual one. */
  async use(deviceId: string): Promise<void> {
    this.#deviceId = deviceId;
    await this.open();
  }

  /** The view has shown a new frame. */
  seen(): void {
    this.#liveness.seen();
    this.frozen = false;
  }

  /** A second has passed in which the view was looked at: a picture that stands still is told, and opened anew. */
  tick(): void {
    if (this.#track?.readyState !== 'live' || document.visibilityState === 'hidden') return;
    const found = this.#liveness.tick(this.paused);
    if (found === 'live') return;
    const frozen = !this.paused;
    if (found === 'reopen') void this.open();
    // Told until the next frame, through the opening too.
    this.frozen = frozen;
  }

  /** True once a frame newer than this call is there: what stands still is not photographed. */
  async isLive(): Promise<boolean> {
    if (this.paused || this.#track?.readyState !== 'live') return false;
    if (await this.#liveness.next()) return true;
    this.frozen = true;
    return false;
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

  async #ask(): Promise<MediaStream> {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) throw null;
    const which = this.#deviceId
      ? { deviceId: { exact: this.#deviceId } }
      : { facingMode: { ideal: this.#facing } };
    return devices.getUserMedia({ audio: false, video: { ...which, ...ideal } });
  }

  /** One that went away may be back; what is told stays on show until it is. */
  async #openQuietly(): Promise<void> {
    if (!this.trouble || !passing.includes(this.trouble) || document.visibilityState === 'hidden') return;
    const turn = this.#turn;
    try {
      const stream = await this.#ask();
      if (turn !== this.#turn) return stopAll(stream);
      this.trouble = null;
      this.#take(stream);
      void this.#keepAwake(turn);
    } catch {
      // Still away: the next try is not far.
    }
  }

  /** The screen may else go dark, no more. */
  async #keepAwake(turn: number): Promise<void> {
    // Not given now: the screen goes dark as ever.
    const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (turn === this.#turn) this.#wakeLock = lock;
    // It was released by the browser already.
    else void lock?.release().catch(() => undefined);
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
    this.paused = track.muted;
    this.stream = stream;
    // Allowed while nobody looked.
    if (document.visibilityState === 'hidden') this.#suspend();
  }

  async #plugged(): Promise<void> {
    this.#cameras = await listCameras();
    const open = this.#track?.getSettings().deviceId;
    // Some systems take a camera away without a word.
    if (open && this.#cameras.length && !this.#cameras.some(({ deviceId }) => deviceId === open)) {
      this.close();
      this.#deviceId = undefined;
      this.trouble = 'ended';
    }
    const mended = this.trouble === 'missing' || (this.trouble && passing.includes(this.trouble));
    if (mended && this.#cameras.length) await this.open();
  }

  /** Nobody looks: the camera's lamp goes off until somebody does. */
  #suspend(): void {
    if (this.#track?.readyState !== 'live') return;
    this.close();
    this.#suspended = true;
  }

  async #apply(setting: object): Promise<boolean> {
    try {
      const track = this.#track;
      if (track)
        await within(settingMs, track.applyConstraints({ advanced: [setting as MediaTrackConstraintSet] }));
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
