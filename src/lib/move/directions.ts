import type { MessageKey } from '$lib/i18n/catalogue';
import type { CropMove } from '$workers/finish/move';

/** Pixels of the photo that one press moves: some half a per cent of its width. */
export const stepOf = ({ width }: { width: number }): number => Math.max(1, Math.round(width / 240));

interface Part {
  key: MessageKey;
  parameters: Record<string, number>;
}

/** A move in words: to which side, up or down, and the size; nothing where it is none. */
export function partsOf({ right, down, zoom }: CropMove): Part[] {
  const part = (key: MessageKey, value: number, name = 'pixels'): Part[] =>
    value ? [{ key, parameters: { [name]: value } }] : [];
  const [across, vertical] = [Math.round(right), Math.round(down)];
  return [
    ...part(across > 0 ? 'check.move.toRight' : 'check.move.toLeft', Math.abs(across)),
    ...part(vertical > 0 ? 'check.move.toDown' : 'check.move.toUp', Math.abs(vertical)),
    ...(zoom === 1 ? [] : part('check.move.size', Math.round(1000 * zoom) / 10, 'percent'))
  ];
}
