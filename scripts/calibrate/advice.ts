import { labOf } from '../../workers/image/lab';
import { offsetAt } from '../../workers/image/image';
import { toPicture } from '../../workers/face/patch';
import { Scene, type MeasureInput } from '../../workers/measures/scene';
import type { Label } from './pictures';
import { score, type Score } from './score';
import type { Judged } from './table';

/** What a student is told, whatever rules say it, held against a label; pictures with another label are left out. */
interface AdviceQuestion {
  name: string;
  /** Message keys, or their beginnings up to a dot. */
  says: readonly string[];
  label: string;
  bad: readonly Label[];
  good: readonly Label[];
}

const light = { label: 'light', of: ['even', 'side', 'back', 'dark', 'harsh'] } as const;
const lit = (name: string, says: readonly string[], bad: (typeof light.of)[number]): AdviceQuestion => ({
  name,
  says,
  label: light.label,
  bad: [bad],
  good: light.of.filter((one) => one !== bad)
});

const questions: readonly AdviceQuestion[] = [
  lit('too dark', ['light.tooDark'], 'dark'),
  lit('side light', ['light.fromLeft', 'light.fromRight', 'light.uneven'], 'side'),
  lit('back light', ['light.back'], 'back'),
  { name: 'eyes closed', says: ['eyes.closed'], label: 'eyesClosed', bad: [true], good: [false] },
  { name: 'mouth', says: ['mouth'], label: 'mouth', bad: ['teeth'], good: ['closed'] },
  { name: 'turned', says: ['pose'], label: 'pose', bad: ['turned'], good: ['frontal'] },
  { name: 'several faces', says: ['face.several'], label: 'faces', bad: [2, 3, 4, 5], good: [1] },
  { name: 'busy background', says: ['background.busy'], label: 'background', bad: ['busy'], good: ['plain'] },
  {
    name: 're-photographed',
    says: ['picture.rephotographed'],
    label: 'kind',
    bad: ['document'],
    good: ['studio', 'selfie', 'webcam', 'snapshot']
  }
];

/** By the individual typology angle of the skin, in degrees (Chardon et al. 1991): how light a skin looks. */
const tones = [
  { name: 'light', above: 41 },
  { name: 'intermediate', above: 10 },
  { name: 'dark', above: -Infinity }
] as const;
type Tone = (typeof tones)[number]['name'];

/** Cheeks and forehead, in the face's axes. */
const skin = [-0.5, 0.5].flatMap((x) => [0.55, 0.7, 0.85].map((y) => ({ x, y }))).concat({ x: 0, y: -0.45 });

/** The tone of a sitter's skin as the picture has it; null without a face. */
export function toneOf(input: MeasureInput): Tone | null {
  const { sitter, image } = new Scene(input);
  if (!sitter) return null;
  const labs = skin.flatMap((place) => {
    const at = offsetAt(image, toPicture(sitter.frame, place));
    return at === null ? [] : [labOf(image.data[at]!, image.data[at + 1]!, image.data[at + 2]!)];
  });
  const mean = (c: 0 | 2) => labs.reduce((sum, lab) => sum + lab[c], 0) / labs.length;
  const angle = (Math.atan2(mean(0) - 50, mean(2)) * 180) / Math.PI;
  return tones.find(({ above }) => angle > above)!.name;
}

/** Each question's worth over all the pictures and in each folder, and how often good pictures were objected to by tone. */
export function adviceLines(judged: readonly (Judged & { tone: Tone | null })[]): string[] {
  const folders = [...new Set(judged.map(({ name }) => name.split('/')[0]!))];
  return questions.flatMap((question) => {
    const { bad, good, label } = question;
    const labelled = judged.filter(({ labels }) => [...bad, ...good].includes(labels[label]));
    const isBad = ({ labels }: Judged) => bad.includes(labels[label]);
    if (!labelled.some(isBad)) return [];
    const of = (some: typeof labelled): Score =>
      score(
        some.map((one) => ({
          name: one.name,
          value: null,
          flagged: isTold(one, question),
          truth: isBad(one)
        }))
      );
    const all = of(labelled);
    const byTone = tones.map(({ name }) => {
      const some = labelled.filter((one) => one.tone === name && !isBad(one));
      return `${name} ${some.filter((one) => isTold(one, question)).length} of ${some.length}`;
    });
    return [
      `\n${question.name}`,
      ...['all', ...folders].flatMap((folder) => {
        const some =
          folder === 'all' ? labelled : labelled.filter(({ name }) => name.startsWith(`${folder}/`));
        return some.some(isBad) ? [lineOf(folder, of(some))] : [];
      }),
      `  wrongly told, by skin: ${byTone.join(', ')}`,
      ...(all.missed.length ? [`    missed: ${all.missed.join(' ')}`] : []),
      ...(all.wronglyFlagged.length ? [`    wrong: ${all.wronglyFlagged.join(' ')}`] : [])
    ];
  });
}

const isTold = ({ findings }: Judged, { says }: AdviceQuestion): boolean =>
  [...findings.values()].some(
    ({ message }) => message && says.some((key) => message === key || message.startsWith(`${key}.`))
  );

const lineOf = (
  folder: string,
  { precision, recall, f1, truePositives, falsePositives, falseNegatives }: Score
): string =>
  `  ${folder.padEnd(12)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}` +
  `  (${truePositives} right, ${falsePositives} wrong, ${falseNegatives} missed)`;
