import { skinTones, type SitterOptions } from '../../../workers/studio/options';
import type { Reading } from './sweep';

/** Sitters with nothing to object to: every skin tone, every hair style, with and without clear glasses. */
export function cleanSitters(): { name: string; options: SitterOptions }[] {
  return skinTones.flatMap((skin) =>
    (['short', 'long', 'bald'] as const).flatMap((style) =>
      (['none', 'clear'] as const).map((glasses, seed) => ({
        name: `${skin} skin, ${style} hair, ${glasses === 'none' ? 'no' : glasses} glasses`,
        options: { skin, hair: { style }, glasses, seed: seed + 1 }
      }))
    )
  );
}

/** Share of clean sitters that one rule may object to. */
const falseAlarmBound = 0.01;

/** Glasses are told of whenever they are worn. */
const isMeant = (rule: string, name: string) => rule === 'glasses.present' && name.includes('clear glasses');

/** Of each rule that objected to a clean sitter: to whom. */
export function falseAlarms(readings: readonly { name: string; reading: Reading }[]): Map<string, string[]> {
  const alarms = new Map<string, string[]>();
  for (const { name, reading } of readings)
    for (const [rule, verdict] of Object.entries(reading.verdicts))
      if ((verdict === 'warn' || verdict === 'fail') && !isMeant(rule, name))
        alarms.set(rule, [...(alarms.get(rule) ?? []), name]);
  return alarms;
}

/** The rules that object to more clean sitters than they may, one line each. */
export function cleanFaults(readings: readonly { name: string; reading: Reading }[]): string[] {
  return [...falseAlarms(readings)]
    .filter(([, names]) => names.length / readings.length > falseAlarmBound)
    .map(([rule, names]) => `${rule} objects to ${names.length} of ${readings.length}: ${names.join('; ')}`);
}
