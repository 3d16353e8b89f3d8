import type { PhotoAnswer } from '../../src/lib/headless/headless';
import type { FinishOptions, Outcome } from '../../workers/protocol';
import { resolveStandard } from '../../workers/standard/resolve';
import type { GivenFile, JourneyPage } from '../lib/journey-page';

const options: FinishOptions = {
  kind: 'still',
  standard: resolveStandard(),
  matte: 'fast',
  // What a rule refuses is of interest too.
  force: true,
  emit: { alpha: false, overlay: false }
};

/** A page that can be asked for a value; both kinds of page can. */
export interface FinishingPage extends JourneyPage {
  evaluate(
    call: (given: FinishOptions) => Promise<Outcome<PhotoAnswer>>,
    given: FinishOptions
  ): Promise<Outcome<PhotoAnswer>>;
}

/** What an engine made of one picture. */
export interface Made {
  jpeg: Buffer | null;
  verdict: string;
  /** By the measure's id. */
  measures: Map<string, Measured>;
}

export interface Measured {
  value: number | null;
  /** What a deviation is small against: the value itself or its bounds, whichever is larger. */
  scale: number;
}

/** Finishes the pictures one after another in one page, and so in one worker. Throws with the code of what fails. */
export async function finishAll(page: FinishingPage, files: readonly GivenFile[]): Promise<Made[]> {
  await page.goto('/headless');
  const input = page.locator('input[type=file]');
  await input.waitFor({ state: 'attached' });
  const made: Made[] = [];
  for (const file of files) {
    await input.setInputFiles(file);
    const answer = await page.evaluate(async (given) => {
      while (!window.gradframe) await new Promise((resolve) => setTimeout(resolve, 50));
      return window.gradframe.photo(given);
    }, options);
    if (!answer.ok) throw new Error(`${file.name}: ${answer.code}`);
    const { photo, report, finishedReport } = answer.value;
    const findings = [
      ...report.findings,
      ...(finishedReport?.findings.map((one) => ({ ...one, id: `${one.id} (file)` })) ?? [])
    ];
    made.push({
      jpeg: photo && Buffer.from(photo.jpeg, 'base64'),
      verdict: report.verdict,
      measures: new Map(
        findings.map(({ id, value, bound }) => {
          const sizes = [value, bound?.min, bound?.max].map((one) => Math.abs(one ?? 0));
          return [id, { value, scale: Math.max(...sizes) }];
        })
      )
    });
  }
  return made;
}
