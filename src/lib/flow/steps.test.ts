import { describe, expect, it } from 'vitest';
import type { Report } from '$workers/protocol';
import { consentNow } from './consent';
import { emptyDraft, type Draft } from './draft';
import { currentStep, redirectFor, steps, stepsOf, undoneByDetails } from './steps';

const report: Report = { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] };

/** What doing each step in order leaves in the draft. */
const doing: Partial<Draft>[] = [
  { mode: 'code' },
  { consent: consentNow('zh-CN') },
  { registration: { studentNumber: '2022310001', name: '林晓', source: 'typed' } },
  { confirmed: true },
  { instructed: true },
  {
    shot: {
      kind: 'still',
      source: report,
      finished: report,
      jpeg: new Uint8Array(1),
      geometry: null,
      before: null,
      frame: { width: 960, height: 1280 },
      crop: null
    }
  },
  { chosen: true },
  { submission: { id: 'id', key: 'key', status: null } }
];

const after = (count: number): Draft => Object.assign({}, emptyDraft, ...doing.slice(0, count)) as Draft;

describe('the steps of the flow', () => {
  it('follow each other as each is done', () => {
    steps.forEach((step, index) => expect(currentStep(after(index)).id).toBe(step.id));
  });

  it('send a student who is too far ahead back to where they stand', () => {
    for (let done = 0; done < 8; done++)
      steps.forEach(({ path }, index) =>
        expect(redirectFor(path, after(done)), `${path} after ${done}`).toBe(
          index > done ? steps[done]!.path : null
        )
      );
  });

  it('show only the status once the photo is handed in', () => {
    for (const { id, path } of steps.slice(1))
      expect(redirectFor(path, after(8))).toBe(id === 'status' ? null : '/status');
  });

  it('let nobody submit a shot that was not finished', () => {
    const draft = after(7);
    expect(redirectFor('/submit', { ...draft, shot: { ...draft.shot!, jpeg: null } })).toBe('/check');
  });

  it.each([
    ['beforeCapture', 4, '/instructions'],
    ['beforeSubmit', 7, '/submit']
  ] as const)('ask for the fee %s, once', (when, done, next) => {
    const fee = { campaign: 'default', required: true, amountFen: 1500, when, order: null, paid: false };
    const draft = { ...after(done), fee };
    expect(stepsOf(draft)).toHaveLength(steps.length + 1);
    expect(currentStep(draft).path).toBe('/payment');
    expect(redirectFor(next, draft)).toBe('/payment');
    expect(currentStep({ ...draft, fee: { ...fee, paid: true } }).path).toBe(next);
    expect(redirectFor('/payment', after(done))).toBe(next);
  });

  it('ask again when the notice has a new text', () => {
    const draft = after(6);
    const consent = { ...draft.consent!, version: 'earlier' };
    expect(redirectFor('/capture', { ...draft, consent })).toBe('/notice');
  });

  it('drop the photo when another student registers, and keep it for the same one', () => {
    const draft = after(7);
    const other = { ...draft.registration!, studentNumber: '2022310002' };
    expect({ ...draft, ...undoneByDetails(draft.registration, other) }).toMatchObject({
      confirmed: false,
      shot: null,
      chosen: false
    });
    expect({ ...draft, ...undoneByDetails(draft.registration, draft.registration!) }).toMatchObject({
      confirmed: false,
      shot: draft.shot,
      chosen: true
    });
  });

  it('leave pages outside the flow alone', () => {
    expect(redirectFor('/guide', emptyDraft)).toBeNull();
  });
});
