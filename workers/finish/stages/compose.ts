import type { RgbaImage } from '../../image/image';
import { estimateForeground } from '../../matte/foreground';
import type { Colour } from '../../standard/colours';
import { flatten } from '../flatten';
import type { CutOut } from './cut-out';

/** The sitter on the standard's flat colour; as it was taken where the standard leaves the background. */
export function compose({ shot, alpha }: CutOut, background: { colour: Colour } | null): RgbaImage {
  if (!background) return shot;
  return flatten(shot, alpha, estimateForeground(shot, alpha), background.colour);
}
