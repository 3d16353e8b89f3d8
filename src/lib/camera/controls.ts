/** What a camera lets a page turn, from W3C MediaStream Image Capture; TypeScript's DOM types lack these. */
interface Capabilities {
  torch?: boolean;
  exposureCompensation?: OfferedRange;
  zoom?: OfferedRange;
}
interface OfferedRange {
  min?: number;
  max?: number;
  step?: number;
}
interface Settings {
  torch?: boolean;
  exposureCompensation?: number;
  zoom?: number;
}

/** What a slider turns: exposure compensation in EV, zoom as a factor. */
export interface Turnable {
  min: number;
  max: number;
  step: number;
  value: number;
}

export interface CameraControls {
  /** Null where there is no torch. */
  torch: boolean | null;
  /** Null where it cannot be changed. */
  exposure: Turnable | null;
  /** Null where it cannot be changed. */
  zoom: Turnable | null;
}

export const noControls: CameraControls = { torch: null, exposure: null, zoom: null };

/** The controls of a track from its capabilities and settings; anything incomplete counts as not there. */
export function controlsOf(capabilities: object, settings: object): CameraControls {
  const { torch, exposureCompensation, zoom } = capabilities as Capabilities;
  const now = settings as Settings;
  return {
    torch: torch ? (now.torch ?? false) : null,
    exposure: turnable(exposureCompensation, now.exposureCompensation ?? 0),
    zoom: turnable(zoom, now.zoom ?? zoom?.min ?? 1)
  };
}

function turnable(range: OfferedRange | undefined, value: number): Turnable | null {
  const { min, max, step } = range ?? {};
  if (min === undefined || max === undefined || max <= min) return null;
  return { min, max, step: step || (max - min) / 10, value };
}
