import type { HeadGeometry } from '../../../workers/protocol';
import type { Curve, Reading, Sweep } from './sweep';

/** Degrees either way within which pose must be right. */
const poseRange = { from: -20, to: 20 };
const angles = [-30, -20, -15, -10, -5, 0, 5, 10, 15, 20, 30];

const value =
  (id: string) =>
  ({ values }: Reading): number | null =>
    values[id] ?? null;

/** A measure by its id, as it stands in reports. */
function measure(id: string, unit: string, rest: Partial<Curve> = {}): Curve {
  return { name: id, unit, read: value(id), ...rest };
}

/** One head measure in per cent of the picture's height. */
function outline(name: string, of: (geometry: HeadGeometry) => number): Curve {
  return {
    name,
    unit: '%',
    read: ({ geometry, height }) => geometry && (100 * of(geometry)) / height,
    truth: ({ geometry }, height) => (100 * of(geometry)) / height,
    tolerance: { most: 1, from: -Infinity, to: Infinity }
  };
}

const head = [
  outline('crown', ({ crownY }) => crownY),
  outline('eye line', ({ eyeY }) => eyeY),
  outline('chin', ({ chinY }) => chinY)
];

/** Eyelid gap in eye-to-chin lengths, by the same mesh points as the measure. */
const lids = [
  [159, 145],
  [158, 153],
  [160, 144]
] as const;

export const sweeps: Sweep[] = [
  {
    id: 'yaw',
    parameter: 'yaw, °',
    values: angles,
    sitter: (yaw) => ({ yaw }),
    // A face that turns leaves the middle of the picture a little, and is seen from the lens.
    curves: [measure('pose.yaw', '°', { truth: ({ yaw }) => yaw, tolerance: { most: 3, ...poseRange } })],
    expectations: [
      { at: [-30, -20, -15, 15, 20, 30], rules: ['pose.yaw'], alarmed: true },
      { at: [-5, 0, 5], rules: ['pose.yaw'], alarmed: false }
    ]
  },
  {
    id: 'pitch',
    parameter: 'chin up, °',
    values: angles,
    sitter: (up) => ({ pitch: -up }),
    curves: [
      measure('pose.pitch', '°', { truth: ({ pitch }) => -pitch, tolerance: { most: 2, ...poseRange } })
    ],
    expectations: [
      { at: [-30, 30], rules: ['pose.pitch'], alarmed: true },
      { at: [-5, 0, 5], rules: ['pose.pitch'], alarmed: false }
    ]
  },
  {
    id: 'roll',
    parameter: 'clockwise, °',
    values: angles,
    sitter: (clockwise) => ({ roll: -clockwise }),
    curves: [measure('pose.roll', '°', { truth: ({ roll }) => -roll, tolerance: { most: 2, ...poseRange } })],
    expectations: [
      { at: [-30, -20, -15, 15, 20, 30], rules: ['pose.roll'], alarmed: true },
      { at: [0], rules: ['pose.roll'], alarmed: false }
    ]
  },
  {
    id: 'mouth',
    parameter: 'opening, 0…1',
    values: [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1],
    sitter: (mouthOpen) => ({ mouthOpen }),
    curves: [
      measure('mouth.closed', 'T', {
        truth: ({ mouthGap }) => mouthGap,
        tolerance: { most: 0.045, from: 0, to: 0.6 },
        trend: { way: 'rises', slack: 0.005, least: 0.15 }
      })
    ],
    expectations: [
      { at: [0.2, 0.3, 0.4, 0.6, 0.8, 1], rules: ['mouth.closed'], alarmed: true },
      { at: [0], rules: ['mouth.closed'], alarmed: false }
    ]
  },
  {
    id: 'eyes',
    parameter: 'opening, 0…1',
    values: [0, 0.2, 0.4, 0.6, 0.8, 1],
    sitter: (eyesOpen) => ({ eyesOpen }),
    curves: [
      measure('eyes.open', 'T', {
        truth: ({ landmarks, geometry }) =>
          Math.max(...lids.map(([a, b]) => Math.abs(landmarks[2 * a + 1]! - landmarks[2 * b + 1]!))) /
          (geometry.chinY - geometry.eyeY),
        tolerance: { most: 0.02, from: 0, to: 1 },
        trend: { way: 'rises', slack: 0.004, least: 0.03 }
      })
    ],
    expectations: [
      { at: [0, 0.2], rules: ['eyes.open'], alarmed: true },
      { at: [0.8, 1], rules: ['eyes.open'], alarmed: false }
    ]
  },
  {
    id: 'side-light',
    parameter: 'left − … + right, share of the lamp',
    values: [-1, -0.7, -0.4, -0.2, 0, 0.2, 0.4, 0.7, 1],
    sitter: (side) => ({ light: { direction: side < 0 ? 'left' : 'right', strength: Math.abs(side) } }),
    curves: [
      measure('light.balance', '', { trend: { way: 'rises', slack: 0.02, least: 1 } }),
      measure('illumination.uniform', '')
    ],
    expectations: [
      { at: [-1, -0.7, 0.7, 1], rules: ['light.balance'], alarmed: true },
      { at: [0], rules: ['light.balance', 'illumination.uniform'], alarmed: false }
    ]
  },
  {
    id: 'top-light',
    parameter: 'share of the lamp',
    values: [0, 0.25, 0.5, 0.75, 1],
    sitter: (strength) => ({ light: { direction: 'top', strength } }),
    curves: [measure('face.shadow', '', { trend: { way: 'rises', slack: 0.02, least: 0.3 } })],
    expectations: [
      { at: [1], rules: ['face.shadow'], alarmed: true },
      { at: [0, 0.25], rules: ['face.shadow'], alarmed: false },
      { at: [0, 0.25, 0.5, 0.75, 1], rules: ['light.balance', 'light.back'], alarmed: false }
    ]
  },
  {
    id: 'back-light',
    parameter: 'share of the lamp',
    values: [0, 0.25, 0.5, 0.75, 1],
    sitter: (strength) => ({ light: { direction: 'back', strength } }),
    curves: [measure('light.back', '', { trend: { way: 'rises', slack: 0.1, least: 4 } })],
    expectations: [
      { at: [1], rules: ['light.back'], alarmed: true },
      { at: [0, 0.25], rules: ['light.back'], alarmed: false },
      { at: [0, 0.25, 0.5, 0.75, 1], rules: ['light.balance', 'face.shadow'], alarmed: false }
    ]
  },
  {
    id: 'glasses',
    parameter: '0 none, 1 clear, 2 tinted, 3 reflecting',
    values: [0, 1, 2, 3],
    sitter: (kind) => ({ glasses: (['none', 'clear', 'tinted', 'glare'] as const)[kind]! }),
    curves: [measure('glasses.present', ''), measure('glasses.tint', ''), measure('glasses.glare', '')],
    expectations: [
      { at: [1, 2, 3], rules: ['glasses.present'], alarmed: true },
      { at: [0], rules: ['glasses.present'], alarmed: false },
      { at: [2], rules: ['glasses.tint'], alarmed: true },
      { at: [3], rules: ['glasses.glare'], alarmed: true },
      { at: [0, 1], rules: ['glasses.tint', 'glasses.glare'], alarmed: false }
    ]
  },
  {
    id: 'fringe',
    parameter: '0 none, 1 over the brows',
    values: [0, 1],
    sitter: (over) => ({ hair: { overBrows: over > 0 } }),
    curves: [measure('brows.visible', '', { trend: { way: 'falls', slack: 0, least: 0.5 } })],
    expectations: [
      { at: [1], rules: ['brows.visible'], alarmed: true },
      { at: [0], rules: ['brows.visible'], alarmed: false }
    ]
  },
  {
    id: 'exposure',
    parameter: 'level (1: right)',
    values: [0.03, 0.1, 0.3, 0.7, 1, 1.3, 2, 4],
    sitter: (level) => ({ light: { level } }),
    curves: [
      measure('luminance.mean', '', { trend: { way: 'rises', slack: 0, least: 0.5 } }),
      measure('exposure.over', '', { trend: { way: 'rises', slack: 0.001, least: 0.3 } }),
      measure('exposure.under', '', { trend: { way: 'falls', slack: 0.001, least: 0.5 } })
    ],
    expectations: [
      { at: [0.03], rules: ['luminance.mean', 'exposure.under'], alarmed: true },
      { at: [4], rules: ['luminance.mean', 'exposure.over'], alarmed: true },
      { at: [0.7, 1], rules: ['luminance.mean', 'exposure.over', 'exposure.under'], alarmed: false }
    ]
  },
  {
    id: 'blur',
    parameter: 'Gaussian σ, px',
    values: [0, 0.5, 1, 1.5, 2, 3, 4],
    sitter: (blur) => ({ blur }),
    curves: [measure('sharpness', '%', { trend: { way: 'falls', slack: 0, least: 10 } })],
    expectations: [
      { at: [3, 4], rules: ['sharpness'], alarmed: true },
      { at: [0, 0.5], rules: ['sharpness'], alarmed: false }
    ]
  },
  {
    id: 'wall',
    parameter: 'noise σ, levels',
    values: [0, 2, 5, 10, 20, 40],
    sitter: (noise) => ({ wall: { noise } }),
    curves: [measure('background.uniform', '', { trend: { way: 'rises', slack: 0.5, least: 5 } })],
    expectations: [
      { at: [40], rules: ['background.uniform'], alarmed: true },
      { at: [0, 2], rules: ['background.uniform'], alarmed: false }
    ]
  },
  {
    id: 'distance',
    parameter: 'eye to chin / picture height',
    values: [0.12, 0.15, 0.18, 0.21, 0.24],
    sitter: (headSize) => ({ headSize, position: { y: 0.4 } }),
    curves: head,
    force: true
  },
  {
    id: 'height',
    parameter: 'eye line / picture height',
    values: [0.3, 0.35, 0.4, 0.45],
    sitter: (y) => ({ position: { y }, hair: { style: y < 0.38 ? 'bald' : 'long' } }),
    curves: head,
    force: true
  }
];
