/**
 * Draws a collection code, for tests and for units that issue their own.
 *
 *     npm run -s codes -- --student-number 2021301234 --name 林小满 [--institution-code 10001]
 *         [--institution-name 示例大学] [--format json|keyValue|url] [--address URL] [--level L|M|Q|H] --out FILE.svg|FILE.png
 *     npm run -s codes -- --text TEXT --out FILE.svg|FILE.png
 *
 * Exit status: 0 written; 2 wrong usage.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PayloadFields } from '../../workers/code/payload';
import { drawCode, svgCode, type CorrectionLevel } from './draw';
import { writers } from './write';

const options = {
  'student-number': { type: 'string' },
  name: { type: 'string' },
  'institution-code': { type: 'string' },
  'institution-name': { type: 'string' },
  text: { type: 'string' },
  format: { type: 'string', default: 'json' },
  address: { type: 'string', default: 'https://localhost/' },
  level: { type: 'string', default: 'M' },
  out: { type: 'string' }
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const { format, level, out } = values;
  if (!out || !/\.(svg|png)$/i.test(out)) throw new Error('--out names an .svg or .png file');
  if (!/^[LMQH]$/.test(level)) throw new Error('--level is one of L, M, Q, H');
  if (!Object.hasOwn(writers, format))
    throw new Error(`--format is one of ${Object.keys(writers).join(', ')}`);
  const text = values.text ?? writers[format as keyof typeof writers](fieldsOf(values), values.address);
  const correction = level as CorrectionLevel;
  await writeFile(
    out,
    /\.svg$/i.test(out) ? svgCode(text, correction) : await drawCode(text, { level: correction })
  );
}

function fieldsOf(values: Partial<Record<keyof typeof options, string>>): PayloadFields {
  const studentNumber = values['student-number'];
  const name = values.name;
  if (studentNumber === undefined || name === undefined) {
    throw new Error('--student-number and --name, or --text, say what the code holds');
  }
  const institutionCode = values['institution-code'];
  const institutionName = values['institution-name'];
  return {
    studentNumber,
    name,
    ...(institutionCode === undefined ? {} : { institutionCode }),
    ...(institutionName === undefined ? {} : { institutionName })
  };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
