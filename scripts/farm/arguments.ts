import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from '../headless/arguments';

const usage = [
  'usage: gradframe farm submit PATH|s3://… … --campaign CODE [--matte auto|fast|fine]',
  '       gradframe farm work [--jobs N] [--renew PHOTOS] [--host ADDRESS] [--port N] [--until-empty]',
  '       gradframe farm status [--watch]',
  '       gradframe farm rows --campaign CODE [--out DIR] [--json FILE]',
  '       gradframe farm retry [--code CAUSE]'
].join('\n');

const mattes = ['auto', 'fast', 'fine'] as const;

export interface SubmitCommand {
  name: 'submit';
  paths: string[];
  campaign: string;
  matte: (typeof mattes)[number];
}

export interface WorkCommand {
  name: 'work';
  /** Photos finished at once. */
  jobs: number;
  /** A page is renewed after so many photos. */
  renew: number;
  /** Where health and metrics are served; null: nowhere. */
  serve: { host: string; port: number } | null;
  /** Ends when nothing waits. */
  untilEmpty: boolean;
}

export type FarmCommand =
  | SubmitCommand
  | WorkCommand
  | { name: 'status'; watch: boolean }
  | { name: 'rows'; campaign: string; out: string | undefined; json: string | undefined }
  | { name: 'retry'; code: string | null };

/**
 * Reads what follows `farm`.
 *
 * @throws UsageError
 */
export function parseFarm([name, ...args]: readonly string[]): FarmCommand {
  switch (name) {
    case 'submit': {
      const { values, positionals } = parsed(args, {
        campaign: { type: 'string' },
        matte: { type: 'string', default: 'auto' }
      });
      const matte = mattes.find((one) => one === values.matte);
      if (!matte) throw new UsageError(`--matte is one of ${mattes.join(', ')}`);
      if (positionals.length === 0) throw new UsageError(usage);
      return { name, paths: positionals, campaign: needed(values.campaign), matte };
    }
    case 'work': {
      const { values } = parsed(args, {
        jobs: { type: 'string', default: '1' },
        renew: { type: 'string', default: '200' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string' },
        'until-empty': { type: 'boolean', default: false }
      });
      return {
        name,
        jobs: whole('jobs', values.jobs, 1, 64),
        renew: whole('renew', values.renew, 1, 100_000),
        serve:
          values.port === undefined
            ? null
            : { host: String(values.host), port: whole('port', values.port, 0, 65_535) },
        untilEmpty: values['until-empty'] === true
      };
    }
    case 'status':
      return {
        name,
        watch: parsed(args, { watch: { type: 'boolean', default: false } }).values.watch === true
      };
    case 'rows': {
      const { values } = parsed(args, {
        campaign: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'string' }
      });
      return { name, campaign: needed(values.campaign), out: text(values.out), json: text(values.json) };
    }
    case 'retry':
      return { name, code: text(parsed(args, { code: { type: 'string' } }).values.code) ?? null };
    default:
      throw new UsageError(usage);
  }
}

type Value = string | boolean | undefined;

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Record<string, Value>, positionals };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

const text = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined);

function needed(campaign: Value): string {
  if (typeof campaign !== 'string' || !campaign) throw new UsageError(`--campaign CODE is missing\n${usage}`);
  return campaign;
}

function whole(flag: string, value: Value, least: number, most: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < least || count > most)
    throw new UsageError(`--${flag} is a whole number from ${least} to ${most}`);
  return count;
}
