import { describe, expect, it } from 'vitest';
import type { Report } from '$workers/protocol';
import { emptyDraft, type Shot } from '$lib/flow/draft';
import type { SubmissionStatus } from '$lib/api/contracts/submission';
import type { OutboxItem } from './outbox-item';
import { withAnswer, withSubmission } from './outbox';

const report: Report = { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] };
const item: OutboxItem = {
  id: 'a',
  key: 'k',
  jpeg: new Uint8Array([1]),
  registration: { studentNumber: '2022310001', name: '林晓', source: 'typed' },
  report
};
const shot: Shot = {
  kind: 'still',
  source: report,
  finished: report,
  jpeg: item.jpeg,
  geometry: null,
  before: null,
  frame: { width: 960, height: 1280 },
  crop: null
};
const draft = withSubmission({ ...emptyDraft, shot, chosen: true, refusal: 'photo.bytes' }, item);
const status: SubmissionStatus = {
  id: 'a',
  state: 'received',
  receivedAt: '2026-06-01T08:00:00.000Z',
  photoSha256: '0'.repeat(64),
  photoBytes: 1,
  reasons: [],
  note: '',
  campaign: 'default',
  attempt: 0,
  retakesLeft: 2,
  retakeUntil: null,
  replacedBy: null,
  history: []
};

describe('the draft and its submission', () => {
  it('forgets an earlier refusal when a new submission is made', () => {
    expect(draft).toMatchObject({ submission: { id: 'a', key: 'k', status: null }, refusal: null });
  });

  it('keeps what the endpoint acknowledged', () => {
    expect(withAnswer(draft, 'a', { ok: true, value: status }).submission?.status).toEqual(status);
  });

  it('stays as it is while the endpoint cannot be reached', () => {
    expect(withAnswer(draft, 'a', { ok: false, code: 'unreachable', retry: true })).toBe(draft);
    expect(withAnswer(draft, 'a', { ok: false, code: 'server.unavailable', retry: true })).toBe(draft);
  });

  it('keeps the photo and the reason when the endpoint refuses for good', () => {
    expect(withAnswer(draft, 'a', { ok: false, code: 'photo.bytes', retry: false })).toMatchObject({
      submission: null,
      refusal: 'photo.bytes',
      shot,
      chosen: true
    });
  });

  it('is left alone by the answer to the submission of someone before', () => {
    expect(withAnswer(draft, 'b', { ok: true, value: { ...status, id: 'b' } })).toBe(draft);
  });
});
