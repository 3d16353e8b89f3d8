import type { PublicCampaign } from '$lib/api/contracts/campaign';
import type { Registration } from '$lib/api/contracts/registration';
import { consented } from './consent';
import type { Draft } from './draft';

/** The operating flow, in order. `done` says from the draft alone whether a step lies behind the student. */
export const steps = [
  { id: 'home', path: '/', done: ({ mode }) => mode !== null },
  { id: 'notice', path: '/notice', done: ({ consent }) => consented(consent) },
  { id: 'register', path: '/register', done: ({ registration }) => registration !== null },
  { id: 'confirm', path: '/confirm', done: ({ confirmed }) => confirmed },
  { id: 'instructions', path: '/instructions', done: ({ instructed }) => instructed },
  { id: 'capture', path: '/capture', done: ({ shot }) => shot !== null },
  { id: 'check', path: '/check', done: ({ shot, chosen }) => chosen && !!shot?.jpeg },
  { id: 'submit', path: '/submit', done: ({ submission }) => submission !== null },
  { id: 'status', path: '/status', done: () => false }
] as const satisfies readonly { id: string; path: string; done: (draft: Draft) => boolean }[];

/** Only where the campaign asks for a fee; before the photo is taken, or before it is sent. */
const payment = {
  id: 'payment',
  path: '/payment',
  done: ({ fee }: Draft) => !fee?.required || fee.paid
} as const;

export type Step = (typeof steps)[number] | typeof payment;

/** Every step of any student's flow. */
export const everyStep: readonly Step[] = [...steps, payment];

/** The flow as this student goes it. */
export function stepsOf({ fee }: Pick<Draft, 'fee'>): readonly Step[] {
  if (!fee?.required) return steps;
  const follows = fee.when === 'beforeCapture' ? 'instructions' : 'submit';
  return steps.flatMap((step): Step[] => (step.id === follows ? [payment, step] : [step]));
}

/** Where the student stands: the first step not behind them. */
export function currentStep(draft: Draft): Step {
  const own = stepsOf(draft);
  return own.find((step) => !step.done(draft)) ?? own[own.length - 1]!;
}

/** The step of a path; undefined for pages outside the flow. */
export function stepAt(path: string): Step | undefined {
  return everyStep.find((step) => step.path === path);
}

/**
 * Where a student who opens `path` must be sent instead, or null when they may stay. Any step up to the current
 * one may be opened again; once a photo is handed in only its status may, until a new start.
 */
export function redirectFor(path: string, draft: Draft): string | null {
  const wanted = stepAt(path);
  if (!wanted || wanted.id === 'home') return null;
  const current = currentStep(draft);
  if (draft.submission) return wanted.id === 'status' ? null : '/status';
  const own = stepsOf(draft);
  const at = own.indexOf(wanted);
  return at < 0 || at > own.indexOf(current) ? current.path : null;
}

/** What new details make untrue: another student never keeps the photo of the one before. */
export function undoneByDetails(before: Registration | null, now: Registration): Partial<Draft> {
  const again = { confirmed: false, refusal: null };
  // Masked numbers of two students may look the same; their codes do not.
  const same = before?.studentNumber === now.studentNumber && before.codeToken === now.codeToken;
  return before && !same
    ? { ...again, shot: null, chosen: false, finishedAt: [], permit: null, fee: null }
    : again;
}

/** What another campaign makes untrue: its photo may be of another standard, its questions others. */
export function undoneByCampaign(before: PublicCampaign | null, now: PublicCampaign): Partial<Draft> {
  if (before?.code === now.code) return {};
  return {
    registration: null,
    confirmed: false,
    shot: null,
    chosen: false,
    fee: null,
    refusal: null,
    replaces: null
  };
}
