import { describe, expect, it } from 'vitest';
import { problemCodes } from '$lib/submission/contract';
import { rejectionReasons } from '$lib/submission/reasons';
import { sweeps } from '$lib/selftest/sweeps';
import { rules } from '$workers/verdict/rules';
import { measuredSitter } from '../../../workers/studio/measured';
import { loadTexts } from './load';
import { locales, sourceLocale } from './locales';
import type { Message, Texts } from './message';

const source = await loadTexts(sourceLocale, true);

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Every key that the verdict table can ask for. */
function ruleKeys(): string[] {
  const plain = measuredSitter();
  const reasons = [
    'frame.tooClose',
    'frame.tooLow',
    'frame.tooFar',
    'frame.crownCut',
    'frame.shouldersCut',
    'frame.offCentre'
  ] as const;
  const messages = rules.flatMap((rule) =>
    [-1000, 0, 1000].flatMap((value) =>
      [[], plain.faces].flatMap((faces) =>
        reasons.map((reason) => rule.message(value, { ...plain, faces, framing: { reason } }))
      )
    )
  );
  return [
    ...rules.map(({ measure }) => `rule.${measure.id}`),
    ...[...new Set(messages)].flatMap((key) => [`advice.${key}`, `mend.${key}`])
  ];
}

describe.each(locales)('the texts in %s', (locale) => {
  let texts: Texts;
  const keys = () => Object.keys(texts);

  it('are there, none of them empty, with the places of the source', async () => {
    texts = await loadTexts(locale, true);
    expect(keys().sort()).toEqual(Object.keys(source).sort());
    for (const [key, message] of Object.entries(texts)) {
      expect(forms(message).length, key).toBeGreaterThan(0);
      for (const text of forms(message)) {
        expect(text.trim(), key).not.toBe('');
        expect(places(text), key).toEqual(places(forms(source[key]!)[0]!));
      }
    }
  });

  it('name each rule, with both texts for each message it can give', () => {
    expect(keys()).toEqual(expect.arrayContaining(ruleKeys()));
  });

  it('have the reviewer’s and the student’s words for each reason of a rejection', () => {
    const wanted = rejectionReasons.flatMap((reason) => [`reason.${reason}`, `mend.${reason}`]);
    expect(keys()).toEqual(expect.arrayContaining(wanted));
  });

  it('name each refusal of the endpoint and each sweep of the self-test', () => {
    expect(keys()).toEqual(expect.arrayContaining(problemCodes.map((code) => `problem.${code}`)));
    expect(keys()).toEqual(expect.arrayContaining(sweeps.map(({ id }) => `selftest.sweep.${id}`)));
  });

  it('choose plural forms by `count`, with one for each category of the language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(texts)) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).sort(), key).toEqual([...categories].sort());
      expect(places(forms(source[key]!)[0]!), key).toContain('{count}');
    }
  });
});
