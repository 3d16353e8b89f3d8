import type { Device } from '$lib/device/device';
import type { Draft } from '$lib/flow/draft';
import { currentStep, everyStep, redirectFor, stepAt, stepsOf, type Step } from '$lib/flow/steps';

/** A page of the student's or the kiosk's with an address of its own. */
export interface Page {
  path: string;
  /** The step of the flow that it is. */
  step?: Step['id'];
  /** Beside the flow: one step back leads to where the student stands. */
  help?: true;
  /** Opens from the kept copy, without a network. */
  offline: boolean;
  /** Is there on a kiosk too, where nobody signs in and the start is a page of its own; or there alone. */
  kiosk: boolean | 'only';
}

export const pages: readonly Page[] = [
  ...everyStep.map(({ id, path }): Page => ({ path, step: id, offline: true, kiosk: id !== 'home' })),
  { path: '/guide', help: true, offline: true, kiosk: true },
  { path: '/my-data', help: true, offline: true, kiosk: true },
  { path: '/campaign', help: true, offline: true, kiosk: true },
  { path: '/account', help: true, offline: true, kiosk: false },
  { path: '/progress', help: true, offline: true, kiosk: false },
  { path: '/hear', offline: true, kiosk: true },
  { path: '/unsubscribe', offline: true, kiosk: true },
  { path: '/payment/sandbox', offline: true, kiosk: true },
  { path: '/kiosk', offline: true, kiosk: true },
  { path: '/kiosk/operator', offline: true, kiosk: 'only' }
];

/** The page at a path of the app; undefined where there is none. */
export const pageAt = (path: string): Page | undefined => pages.find((page) => page.path === path);

/** Where one step back from `path` leads; nowhere from the start, nor once the photo is handed in. */
export function backFrom(path: string, draft: Draft, device: Pick<Device, 'personal'>): string | undefined {
  // A kiosk's start is its end.
  if (pageAt(path)?.help) return device.personal ? '/' : currentStep(draft).path;
  const step = stepAt(path);
  if (!step || step.id === 'status') return undefined;
  const own = stepsOf(draft);
  return own[own.indexOf(step) - 1]?.path;
}

/** Where whoever opens `path` has to be sent instead, or null when they may stay. */
export function leadFrom(path: string, draft: Draft, { kind }: Pick<Device, 'kind'>): string | null {
  const there = pageAt(path)?.kiosk;
  if (kind === 'kiosk' ? there === false : there === 'only') return '/kiosk';
  return redirectFor(path, draft);
}
