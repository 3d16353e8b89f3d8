/** Longer side of the picture kept for comparison on the check page. */
const previewSide = 960;

/** A small JPEG of a picture, to show beside the finished photo. It stays on this device. */
export async function previewOf(source: ImageBitmap | Blob): Promise<Blob | null> {
  try {
    const bitmap = source instanceof ImageBitmap ? source : await createImageBitmap(source);
    const scale = Math.min(1, previewSide / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    if (bitmap !== source) bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } catch {
    return null;
  }
}
