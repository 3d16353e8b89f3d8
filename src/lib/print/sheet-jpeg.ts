import { setDensity } from '$workers/image/density';
import { partFor, type Sheet } from './layout';

/** What photo shops print at. */
const dpi = 300;
const pixels = (mm: number) => Math.round((mm / 25.4) * dpi);
const quality = 0.95;

/** A sheet as a JPEG at 300 dpi. @throws Error where the picture cannot be decoded or encoded */
export async function sheetJpeg(
  sheet: Sheet,
  jpeg: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  const canvas = document.createElement('canvas');
  canvas.width = pixels(sheet.width);
  canvas.height = pixels(sheet.height);
  try {
    draw(canvas.getContext('2d')!, sheet, picture);
  } finally {
    picture.close();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('the sheet could not be encoded');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  setDensity(bytes, dpi);
  return bytes;
}

function draw(
  context: CanvasRenderingContext2D,
  { width, height, photo, places, cuts }: Sheet,
  picture: ImageBitmap
) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, pixels(width), pixels(height));
  context.fillStyle = '#999';
  for (const x of cuts.down) context.fillRect(pixels(x), 0, 1, pixels(height));
  for (const y of cuts.across) context.fillRect(0, pixels(y), pixels(width), 1);
  context.imageSmoothingQuality = 'high';
  const part = partFor(picture, photo);
  for (const { x, y } of places)
    context.drawImage(
      picture,
      ...([part.x, part.y, part.width, part.height] as const),
      ...([
        pixels(x),
        pixels(y),
        pixels(x + photo.width) - pixels(x),
        pixels(y + photo.height) - pixels(y)
      ] as const)
    );
}
