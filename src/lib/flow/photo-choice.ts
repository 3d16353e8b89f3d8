import type { Background } from '$workers/protocol';
import { defaultStandard } from '$workers/standard/catalogue';

/** The standard and background this unit collects. */
export const photoChoice: { standard: string; background: Background } = {
  standard: defaultStandard.id,
  background: defaultStandard.backgrounds[0]!
};
