/** Why nothing can be finished on this device; what to do about it is said under `fit.STOP`. */
export type Stop = 'insecure' | 'lockdown' | 'old' | 'graphics';

/** What becomes of the product without it. */
type Without =
  /** This file does it another way. */
  | { replacedIn: string }
  /** Said on the first page, before anything is filled in. */
  | { stops: Stop }
  /** Only this is missing then. */
  | { less: string };

export interface Need {
  /** Where a browser has it, from its global scope; also its name in the log. */
  id: string;
  /** How it is asked where being there is not enough; `null`: by the core itself, when it starts. */
  has?: ((world: World) => boolean) | null;
  without: Without;
}

/** A browser's global scope. */
export type World = object;

/** The shortest module with a SIMD instruction (i8x16.splat and popcnt). */
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11
]);

/** Everything the product needs of a browser. Of those that stop, the first that is missing is the one told. */
export const needs: readonly Need[] = [
  {
    id: 'isSecureContext',
    has: (world) => at(world, 'isSecureContext') !== false,
    without: { stops: 'insecure' }
  },
  { id: 'crypto.subtle', without: { stops: 'insecure' } },
  // Switched off in Lockdown Mode, and in some hardened browsers.
  { id: 'WebAssembly', without: { stops: 'lockdown' } },
  { id: 'WebAssembly SIMD', has: hasSimd, without: { stops: 'old' } },
  { id: 'crypto.getRandomValues', without: { stops: 'old' } },
  { id: 'createImageBitmap', without: { stops: 'old' } },
  { id: 'MessageChannel', without: { stops: 'old' } },
  { id: 'TransformStream', without: { stops: 'old' } },
  { id: 'Object.hasOwn', without: { stops: 'old' } },
  { id: 'Array.prototype.findLast', without: { stops: 'old' } },
  { id: 'WebGL2', has: hasGraphics, without: { stops: 'graphics' } },

  { id: 'Worker', without: { replacedIn: 'src/lib/core/home.ts' } },
  { id: 'module workers', has: null, without: { replacedIn: 'src/lib/core/home.ts' } },
  { id: 'WebGL2 in workers', has: null, without: { replacedIn: 'src/lib/core/home.ts' } },
  { id: 'OffscreenCanvas', without: { replacedIn: 'workers/adapters/canvas.ts' } },
  { id: 'VideoFrame', without: { replacedIn: 'src/lib/camera/frames.ts' } },
  {
    id: 'HTMLVideoElement.prototype.requestVideoFrameCallback',
    without: { replacedIn: 'src/lib/camera/frames.ts' }
  },
  { id: 'ImageCapture', without: { replacedIn: 'src/lib/camera/still.ts' } },
  // A photo file can be uploaded.
  { id: 'navigator.mediaDevices.getUserMedia', without: { replacedIn: 'src/lib/camera/diagnose.ts' } },
  // The draft lasts as long as the page.
  { id: 'indexedDB', without: { replacedIn: 'src/lib/flow/session.svelte.ts' } },
  { id: 'navigator.locks', without: { replacedIn: 'src/lib/platform/lease.ts' } },
  { id: 'crypto.randomUUID', without: { replacedIn: 'src/lib/platform/random-id.ts' } },
  { id: 'AbortSignal.timeout', without: { replacedIn: 'src/lib/platform/time-limit.ts' } },
  { id: 'BroadcastChannel', without: { replacedIn: 'src/lib/platform/channel.ts' } },

  { id: 'navigator.serviceWorker', without: { less: 'work without a network' } },
  { id: 'caches', without: { less: 'work without a network' } },
  { id: 'navigator.storage', without: { less: 'a request to keep the draft, and a warning of a full disk' } },
  { id: 'navigator.permissions', without: { less: 'the exact words for a refused camera' } },
  { id: 'PushManager', without: { less: 'messages to the device' } },
  { id: 'speechSynthesis', without: { less: 'advice read aloud' } },
  { id: 'navigator.vibrate', without: { less: 'a tap in the hand at the shutter' } },
  { id: 'navigator.clipboard', without: { less: 'copying the log by a button' } },
  { id: 'PublicKeyCredential', without: { less: 'signing in by a passkey' } }
];

/** The needs that a browser does not meet, as far as the page can ask. */
export const missing = (world: World): Need[] =>
  needs.filter(({ id, has }) => has !== null && !(has ? has(world) : at(world, id) !== undefined));

/** What keeps everything from being finished; null where all can run. */
export function stopOf(lacking: readonly Need[]): Stop | null {
  for (const { without } of lacking) if ('stops' in without) return without.stops;
  return null;
}

/** What a path of names leads to, undefined where a name is missing. */
function at(world: World, path: string): unknown {
  let value: unknown = world;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value ?? undefined;
}

function hasSimd(world: World): boolean {
  const wasm = at(world, 'WebAssembly') as typeof WebAssembly | undefined;
  // Without WebAssembly that is what is told.
  return !wasm || wasm.validate(simdModule);
}

/** Of the page itself: where workers have none, the core lives in a frame. */
function hasGraphics(world: World): boolean {
  const { document } = world as { document: Document };
  const context = document.createElement('canvas').getContext('webgl2');
  // There are only so many contexts at a time.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
