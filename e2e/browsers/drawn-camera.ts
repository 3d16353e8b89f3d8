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
  MediaDevices.prototype.getUserMedia = async () => {
    if (window.name === refused) throw new DOMException('The camera is not allowed.', 'NotAllowedError');
    if (!window.name) throw new DOMException('There is no camera.', 'NotFoundError');
    await look();
    const stream = canvas.captureStream(15);
    const timer = setInterval(() => {
      if (stream.active) void look();
      else clearInterval(timer);
    }, 66);
    return stream;
  };
}
