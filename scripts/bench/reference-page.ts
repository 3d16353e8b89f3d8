/** The page of the reference: @imgly/background-removal at its defaults, its files from this page's own origin. */
import { removeBackground } from '@imgly/background-removal';

declare global {
  interface Window {
    reference?: (picture: string) => Promise<{ alpha: string; ms: number }>;
  }
}

/** Picture as a data URL → cut-out PNG as a data URL, and the milliseconds it took. */
window.reference = async (picture) => {
  const blob = await (await fetch(picture)).blob();
  const began = performance.now();
  const cut = await removeBackground(blob, { publicPath: `${location.origin}/data/` });
  const ms = performance.now() - began;
  const reader = new FileReader();
  const read = new Promise<string>((resolve) => (reader.onload = () => resolve(reader.result as string)));
  reader.readAsDataURL(cut);
  return { alpha: await read, ms };
};
