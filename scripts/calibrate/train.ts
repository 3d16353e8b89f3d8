import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { earFeatures } from '../../workers/measures/face/ears';
import { glassesFeatures } from '../../workers/measures/worn/glasses';
import { jewelleryFeatures } from '../../workers/measures/worn/jewellery';
import type { Model } from '../../workers/measures/tools/model';
import { Scene, type MeasureInput } from '../../workers/measures/scene';
import { root } from '../lib/run.mjs';
import { crossValidate, fit, type Sample } from './fit';
import type { LabelledPicture } from './pictures';
import { score } from './score';

/** A model of the appearance measures: its name in the weights, its label, its features. */
const trained = [
  { name: 'glasses', label: 'glasses', features: glassesFeatures },
  { name: 'ears', label: 'earsHidden', features: earFeatures },
  { name: 'jewellery', label: 'jewellery', features: jewelleryFeatures }
] as const;

/** Gathers the features of the labelled pictures, one picture at a time. */
export class Trainer {
  readonly #samples = new Map<string, Sample[]>(trained.map(({ name }) => [name, []]));

  add({ name: picture, labels }: LabelledPicture, input: MeasureInput): void {
    const scene = new Scene(input);
    for (const { name, label, features } of trained) {
      const truth = labels[label];
      const values = typeof truth === 'boolean' ? features(scene) : null;
      if (values) this.#samples.get(name)!.push({ name: picture, features: values, truth: truth === true });
    }
  }

  /** Precision and recall that the models have on pictures they were not made from. */
  report(): string {
    const lines = trained.flatMap(({ name }) => {
      const samples = this.#both(name);
      if (!samples) return [];
      const answers = crossValidate(samples);
      const cases = samples.map((sample, i) => ({
        ...sample,
        value: answers[i]!,
        flagged: answers[i]! > 0.5
      }));
      const { precision, recall, missed, wronglyFlagged } = score(cases);
      const lists = [`missed: ${missed.join(' ') || 'none'}`, `wrong: ${wronglyFlagged.join(' ') || 'none'}`];
      return `  ${name.padEnd(10)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}  ${lists.join('  ')}`;
    });
    return ['\nAppearance models on pictures they were not made from (10 parts):', ...lines].join('\n');
  }

  /** Fits the models to all the pictures and writes their numbers into the image core. */
  async write(): Promise<void> {
    const models = trained.flatMap(({ name }) => {
      const samples = this.#both(name);
      return samples ? [`  ${name}: ${text(fit(samples))}`] : [];
    });
    if (models.length < trained.length)
      throw new Error('the pictures lack one of the labels that are trained');
    const file = join(root, 'workers', 'measures', 'tools', 'weights.ts');
    await writeFile(
      file,
      `${header}export const weights = {\n${models.join(',\n')}\n} as const satisfies Record<string, Model>;\n`
    );
  }

  /** The samples, where both labels occur often enough to learn from. */
  #both(name: string): Sample[] | null {
    const samples = this.#samples.get(name)!;
    const positives = samples.filter(({ truth }) => truth).length;
    return Math.min(positives, samples.length - positives) >= 10 ? samples : null;
  }
}

const header = `import type { Model } from './model';

/**
 * Written by \`npm run calibrate -- --train FOLDER...\`: logistic regression on standardised features, ridge 0.5, over
 * labelled portraits. Not to be edited by hand.
 */
`;

function text({ mean, deviation, weight, bias }: Model): string {
  const list = (values: readonly number[]) => `[${values.map((value) => +value.toPrecision(4)).join(', ')}]`;
  return `{\n    mean: ${list(mean)},\n    deviation: ${list(deviation)},\n    weight: ${list(weight)},\n    bias: ${+bias.toPrecision(4)}\n  }`;
}
