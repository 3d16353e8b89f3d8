import { expect, it } from 'vitest';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { sampleSubmission } from '../testing/submission';
import { attemptOf } from './admit';

const day = 24 * 60 * 60 * 1000;
const outcome = (age: number, retakeDays?: number) => {
  const changedAt = new Date(Date.now() - age).toISOString();
  const rejected = sampleSubmission({ state: 'rejected', changedAt });
  const campaign = parseCampaign({ ...sampleCampaign, ...(retakeDays && { retakeDays }) });
  try {
    return attemptOf(sampleSubmission(), rejected, campaign);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('a new photo after a rejection is taken in until the campaign’s deadline, or without one', () => {
  expect(outcome(2 * day - 60_000, 2)).toBe(1);
  expect(outcome(2 * day + 60_000, 2)).toBe('submission.retakeLate');
  expect(outcome(300 * day)).toBe(1);
});
