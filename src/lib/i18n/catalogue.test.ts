import { describe, expect, it } from 'vitest';
import { rejectionReasons } from '$lib/submission/reasons';
import { rules } from '$workers/verdict/rules';
import { measuredSitter } from '../../../workers/studio/measured';
import { texts } from '$lib/review/texts';
import { catalogue } from './catalogue';

describe('the verdict table', () => {
  it('has a name for each rule and both texts for each message it can give', () => {
    const texts = new Set(Object.keys(catalogue));
    const plain = measuredSitter();
    const faces = [[], plain.faces];
    for (const rule of rules) {
      expect(texts, rule.measure.id).toContain(`rule.${rule.measure.id}`);
      for (const value of [-1000, 0, 1000])
        for (const face of faces)
          for (const reason of [
            'frame.tooClose',
            'frame.tooLow',
            'frame.tooFar',
            'frame.crownCut',
            'frame.shouldersCut',
            'frame.offCentre'
          ] as const) {
            const input = { ...plain, faces: face, framing: { reason } };
            const key = rule.message(value, input);
            expect(texts, key).toContain(`advice.${key}`);
            expect(texts, key).toContain(`mend.${key}`);
          }
    }
  });
});

it('has the reviewer’s and the student’s text for each reason of a rejection', () => {
  for (const reason of rejectionReasons) {
    expect(Object.keys(texts)).toContain(`reason.${reason}`);
    expect(Object.keys(catalogue)).toContain(`mend.${reason}`);
  }
});
