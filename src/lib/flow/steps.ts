import type { Registration } from '$lib/submission/contract';
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

export type Step = (typeof steps)[number];
export type StepId = Step['id'];

/** Where the student stands: the first step not behind them. */
export function currentStep(draft: Draft): Step {
  return steps.find((step) => !step.done(draft)) ?? steps[steps.length - 1]!;
}

/** The step of a path; undefined for pages outside the flow. */
export function stepAt(path: string): Step | undefined {
  return steps.find((step) => step.path === path);
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
  return steps.indexOf(wanted) > steps.indexOf(current) ? current.path : null;
}

/** What new details make untrue: another student never keeps the photo of the one before. */
export function undoneByDetails(before: Registration | null, now: Registration): Partial<Draft> {
  const again = { confirmed: false, refusal: null };
  // Masked numbers of two students may look the same; their codes do not.
  const same = before?.studentNumber === now.studentNumber && before.codeToken === now.codeToken;
  return before && !same ? { ...again, shot: null, chosen: false, finishedAt: [] } : again;
}
