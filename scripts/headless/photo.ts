import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import type { EncodedImage } from '../../src/lib/headless/headless';
import type { FinishOptions, Report } from '../../workers/protocol';
import type { PhotoCommand } from './arguments';
import { round } from './decode';
import type { InputFile } from './files';
import type { Row } from './row';

/** Finishes one photo and writes it below the output folder as `stem`.jpg. */
export async function photoRow(
  page: Page,
  { out, options }: PhotoCommand,
  { path, name }: InputFile,
  stem: string
): Promise<Row> {
  const { fields, jpeg, alpha, overlay } = await finishPicture(page, options, path);
  if (jpeg || alpha || overlay) await mkdir(dirname(join(out, stem)), { recursive: true });
  if (jpeg) await writeFile(join(out, `${stem}.jpg`), jpeg);
  if (alpha)
    await picture(alpha)
      .extractChannel(0)
      .toFile(join(out, `${stem}.alpha.png`));
  if (overlay)
    await picture(overlay)
      .removeAlpha()
      .toFile(join(out, `${stem}.overlay.png`));
  return rowOf(name, stem, fields);
}

/** A row without the file's name, and what its output would be called. */
export type PhotoFields = { verdict: 'pass' | 'warn' | 'fail' | 'error'; error: string | null } & Record<
  string,
  unknown
>;

/** The row of a picture under its name. @param stem the output's name without its extension */
export function rowOf(name: string, stem: string, { output, ...fields }: PhotoFields): Row {
  const row = { file: name, ...fields, output: output ? { file: `${stem}.jpg`, ...output } : null };
  return { row, good: fields.verdict === 'pass' || fields.verdict === 'warn' };
}

/** The row of a picture that could not be finished. */
export const errorFields = (error: string): PhotoFields => ({
  verdict: 'error',
  error,
  faces: 0,
  measures: {},
  reasons: [],
  source: null,
  crop: null,
  geometry: null,
  output: null
});

export interface PictureAnswer {
  fields: PhotoFields;
  jpeg: Buffer | null;
  alpha: EncodedImage | null;
  overlay: EncodedImage | null;
}

/**
 * Finishes the picture of a path.
 *
 * @param labels false: without labelling the sitter; some rules are then not asked
 * @throws when the page is gone
 */
export async function finishPicture(
  page: Page,
  options: FinishOptions,
  path: string,
  labels = true
): Promise<PictureAnswer> {
  await page.setInputFiles('input[type=file]', path);
  const answer = await page.evaluate(([given, labelled]) => window.gradframe!.photo(given, labelled), [
    options,
    labels
  ] as const);
  if (!answer.ok) return { fields: errorFields(answer.code), jpeg: null, alpha: null, overlay: null };
  const { report, finishedReport, photo, alpha, overlay, ...rest } = answer.value;
  const jpeg = photo && Buffer.from(photo.jpeg, 'base64');
  const fields: PhotoFields = {
    verdict: worst(report, finishedReport),
    error: null,
    faces: rest.faces,
    measures: measures(report, finishedReport),
    reasons: [...new Set([...report.reasons, ...(finishedReport?.reasons ?? [])])],
    source: rest.source,
    turned: rest.turned,
    crop: rest.crop,
    geometry: rest.geometry,
    output: photo && {
      width: photo.width,
      height: photo.height,
      bytes: jpeg!.length,
      quality: photo.quality,
      density: photo.density
    },
    matte: rest.matte,
    ms: Object.fromEntries(Object.entries(rest.ms).map(([stage, ms]) => [stage, round(ms)]))
  };
  return { fields, jpeg, alpha, overlay };
}

/** By measure id; what only the finished file can tell (the standard's windows) comes from its own report. */
function measures(source: Report, finished: Report | null) {
  const own = new Set(source.findings.filter(({ value }) => value !== null).map(({ id }) => id));
  const late = finished?.findings.filter(({ id }) => !own.has(id)) ?? [];
  return Object.fromEntries(
    [...source.findings, ...late].map(({ id, value, quality, verdict }) => [id, { value, quality, verdict }])
  );
}

function worst(...reports: (Report | null)[]): Report['verdict'] {
  const verdicts = reports.map((report) => report?.verdict);
  return verdicts.includes('fail') ? 'fail' : verdicts.includes('warn') ? 'warn' : 'pass';
}

function picture({ width, height, rgba }: EncodedImage) {
  return sharp(Buffer.from(rgba, 'base64'), { raw: { width, height, channels: 4 } }).png();
}
