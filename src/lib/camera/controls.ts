/** What a camera lets a page turn, from W3C MediaStream Image Capture; TypeScript's DOM types lack these. */
interface Capabilities {
  torch?: boolean;
  exposureCompensation?: { min?: number; max?: number; step?: number };
}
interface Settings {
  torch?: boolean;
  exposureCompensation?: number;
}

/** Exposure compensation in EV. */
export interface Exposure {
  min: number;
  max: number;
  step: number;
  value: number;
}

export interface CameraControls {
  /** Null where there is no torch. */
  torch: boolean | null;
  /** Null where it cannot be changed. */
  exposure: Exposure | null;
}

export const noControls: CameraControls = { torch: null, exposure: null };

/** The controls of a track from its capabilities and settings; anything incomplete counts as not there. */
export function controlsOf(capabilities: object, settings: object): CameraControls {
  const { torch, exposureCompensation: range } = capabilities as Capabilities;
  const now = settings as Settings;
  const usable = range?.min !== undefined && range.max !== undefined && range.max > range.min;
  return {
    torch: torch ? (now.torch ?? false) : null,
    exposure: usable
      ? {
          min: range.min!,
          max: range.max!,
          step: range.step || (range.max! - range.min!) / 10,
          value: now.exposureCompensation ?? 0
        }
      : null
  };
}
