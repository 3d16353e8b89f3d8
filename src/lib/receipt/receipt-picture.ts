import { fromBase64 } from '$lib/api/base64';

const width = 960;
const margin = 64;
const lineHeight = 72;

/**
 * A receipt as a PNG that any phone shows: its title, the number large, and lines of words below.
 *
 * @throws Error where the browser draws no pictures
 */
export function receiptPicture(
  title: string,
  number: string,
  lines: readonly string[]
): Uint8Array<ArrayBuffer> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = 2 * margin + 240 + lines.length * lineHeight;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const family = getComputedStyle(document.documentElement).fontFamily;
  const write = (text: string, size: number, y: number, colour: string, weight = 400) => {
    context.fillStyle = colour;
    context.font = `${weight} ${size}px ${family}`;
    context.fillText(text, margin, y, width - 2 * margin);
  };
  write(title, 44, margin + 44, '#14202e', 650);
  write(number, 120, margin + 190, '#1a5fb4', 650);
  lines.forEach((line, at) => write(line, 40, margin + 240 + (at + 0.8) * lineHeight, '#14202e'));
  const url = canvas.toDataURL('image/png');
  return fromBase64(url.slice(url.indexOf(',') + 1));
}
