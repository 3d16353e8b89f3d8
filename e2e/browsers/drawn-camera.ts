/** How the drawn camera behaves, until the page is opened anew: `window.drawn`. */
export interface Drawing {
  /** Those who asked for it wait; called, it answers them. */
  waits: boolean;
  answer: () => void;
  /** Its picture stands still. */
  still: boolean;
  /** Videos do not play until they are touched. */
  silent: boolean;
  /** Device ids to choose from; by itself what the browser has. */
  lenses: string[] | null;
  /** By the last opening. */
  asked: MediaStreamConstraints | undefined;
}

/**
 * In the page, before its own scripts: a camera that shows the picture in the window's name, which outlives a reload.
 * Errors are told to the front.
 */
export function drawnCamera(refused: string, errors: string): void {
  const report = (text: string) => void navigator.sendBeacon(errors, text);
  addEventListener('error', ({ message }) => report(message));
  addEventListener('unhandledrejection', ({ reason }) => report(`unhandled: ${reason}`));

  const canvas = document.createElement('canvas');
  // In memory: of one on the graphics card WebKitGTK now and then captures nothing but transparent pixels.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const image = new Image();
  let shown = '';
  async function look(): Promise<void> {
    if (window.name !== shown) {
      shown = window.name;
      image.src = shown;
      await image.decode();
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
    }
    if (image.complete) context.drawImage(image, 0, 0);
  }
  const waiting: (() => void)[] = [];
  const drawn: Drawing = {
    waits: false,
    answer: () => waiting.splice(0).forEach((then) => then()),
    still: false,
    silent: false,
    lenses: null,
    asked: undefined
  };
  Object.assign(window, { drawn });
  const { enumerateDevices } = MediaDevices.prototype;
  MediaDevices.prototype.enumerateDevices = async function () {
    const lens = (id: string) => ({ kind: 'videoinput', deviceId: id, groupId: '', label: id });
    return drawn.lenses ? drawn.lenses.map((id) => lens(id) as MediaDeviceInfo) : enumerateDevices.call(this);
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (!drawn.silent) return play.call(this);
    return Promise.reject(new DOMException('Not without a touch.', 'NotAllowedError'));
  };
  MediaDevices.prototype.getUserMedia = async (asked) => {
    drawn.asked = asked;
    if (drawn.waits) await new Promise<void>((resolve) => waiting.push(resolve));
    if (window.name === refused) throw new DOMException('The camera is not allowed.', 'NotAllowedError');
    if (!window.name) throw new DOMException('There is no camera.', 'NotFoundError');
    await look();
    const stream = canvas.captureStream(15);
    const track = stream.getVideoTracks()[0]!;
    // Firefox gives a track's listeners the events of a script only where a fourth argument asks for them.
    const listen = track.addEventListener.bind(track) as (...given: unknown[]) => void;
    track.addEventListener = (type: string, listener: unknown) => listen(type, listener, false, true);
    const timer = setInterval(() => {
      if (!stream.active) clearInterval(timer);
      else if (!drawn.still) void look();
    }, 66);
    return stream;
  };
}
