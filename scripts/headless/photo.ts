import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import type { EncodedImage } from '../../src/lib/headless/headless';
import type { Report } from '../../workers/protocol';
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
  await page.setInputFiles('input[type=file]', path);
  const answer = await page.evaluate((given) => window.gradframe!.photo(given), options);
  if (!answer.ok) {
    const error = { file: name, verdict: 'error', error: answer.code, faces: 0, measures: {}, reasons: [] };
    return { row: { ...error, source: null, crop: null, geometry: null, output: null }, good: false };
  }
  const { report, finishedReport, photo, alpha, overlay, ...rest } = answer.value;
  const verdict = worst(report, finishedReport);
  if (photo || alpha || overlay) await mkdir(dirname(join(out, stem)), { recursive: true });
  if (photo) await writeFile(join(out, `${stem}.jpg`), Buffer.from(photo.jpeg, 'base64'));
  if (alpha)
    await picture(alpha)
      .extractChannel(0)
      .toFile(join(out, `${stem}.alpha.png`));
  if (overlay)
    await picture(overlay)
      .removeAlpha()
      .toFile(join(out, `${stem}.overlay.png`));
  const row = {
    file: name,
    verdict,
    error: null,
    faces: rest.faces,
    measures: measures(report, finishedReport),
    reasons: [...new Set([...report.reasons, ...(finishedReport?.reasons ?? [])])],
    source: rest.source,
    turned: rest.turned,
    crop: rest.crop,
    geometry: rest.geometry,
    output: photo && {
      file: `${stem}.jpg`,
      width: photo.width,
      height: photo.height,
      bytes: Buffer.byteLength(photo.jpeg, 'base64'),
      quality: photo.quality,
      density: photo.density
    },
    matte: rest.matte,
    ms: Object.fromEntries(Object.entries(rest.ms).map(([stage, ms]) => [stage, round(ms)]))
  };
  return { row, good: verdict !== 'fail' };
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
