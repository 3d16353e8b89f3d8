import { parseArgs } from 'node:util';
import type { FinishOptions } from '../../workers/protocol';
import {
  resolveStandard,
  StandardError,
  type PhotoChoice,
  type ResolvedStandard
} from '../../workers/standard/resolve';

export interface PhotoCommand {
  name: 'photo';
  paths: string[];
  jobs: number;
  json: string | undefined;
  out: string;
  options: FinishOptions;
}

export interface DecodeCommand {
  name: 'decode';
  paths: string[];
  jobs: number;
  json: string | undefined;
}

export type Command = PhotoCommand | DecodeCommand;

/** The command was called wrongly; its message says how. */
export class UsageError extends Error {}

const usage =
  'usage: gradframe photo PATH... --out DIR [--standard ID] [--background NAME] [--matte auto|fast|fine] ' +
  '[--emit alpha,overlay] [--jobs N] [--force] [--json FILE]\n' +
  '       gradframe decode PATH... [--jobs N] [--json FILE]';

const shared = { jobs: { type: 'string', default: '1' }, json: { type: 'string' } } as const;
const photo = {
  ...shared,
  out: { type: 'string' },
  standard: { type: 'string' },
  background: { type: 'string' },
  matte: { type: 'string', default: 'auto' },
  emit: { type: 'string', default: '' },
  force: { type: 'boolean', default: false }
} as const;

/** Reads the command line after `--`. Throws `UsageError`. */
export function parseCommand(argv: string[]): Command {
  const [name, ...args] = argv;
  if (name === 'decode') {
    const { values, positionals } = parsed(() =>
      parseArgs({ args, options: shared, allowPositionals: true })
    );
    return { name, paths: paths(positionals), jobs: jobs(values.jobs), json: values.json };
  }
  if (name === 'photo') {
    const { values, positionals } = parsed(() => parseArgs({ args, options: photo, allowPositionals: true }));
    if (!values.out) throw new UsageError(`--out DIR is missing\n${usage}`);
    return {
      name,
      paths: paths(positionals),
      jobs: jobs(values.jobs),
      json: values.json,
      out: values.out,
      options: finishOptions(values)
    };
  }
  throw new UsageError(usage);
}

function finishOptions(values: {
  standard?: string;
  background?: string;
  matte: string;
  emit: string;
  force: boolean;
}): FinishOptions {
  const emit = values.emit.split(',').filter(Boolean);
  if (emit.some((what) => what !== 'alpha' && what !== 'overlay')) {
    throw new UsageError('--emit takes alpha, overlay or both');
  }
  return {
    kind: 'still',
    standard: resolved(values),
    matte: oneOf('--matte', values.matte, ['auto', 'fast', 'fine'] as const),
    force: values.force,
    emit: { alpha: emit.includes('alpha'), overlay: emit.includes('overlay') }
  };
}

function resolved({ standard, background }: Partial<PhotoChoice>): ResolvedStandard {
  try {
    return resolveStandard({ standard: standard ?? resolveStandard().id, background });
  } catch (error) {
    if (error instanceof StandardError) throw new UsageError(error.message);
    throw error;
  }
}

function oneOf<T extends string>(flag: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${flag} is one of ${choices.join(', ')}`);
  return found;
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function paths(positionals: string[]): string[] {
  if (positionals.length === 0) throw new UsageError(usage);
  return positionals;
}

function jobs(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 16)
    throw new UsageError('--jobs is a number from 1 to 16');
  return count;
}
