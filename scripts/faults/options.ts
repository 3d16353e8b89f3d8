import { parseArgs } from 'node:util';
import type { FaultOptions } from './run';

const numbers = { submissions: 1, clients: 1, kills: 0, instances: 1, restarts: 0 } as const;
const databases = ['sqlite', 'postgres'] as const;
const stores = ['folder', 's3'] as const;

/** The command's options, or what is wrong with them. */
export function readOptions(
  args: readonly string[]
): (FaultOptions & { json: string | undefined }) | { wrong: string } {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        submissions: { type: 'string', default: '10000' },
        clients: { type: 'string', default: '50' },
        kills: { type: 'string', default: '30' },
        instances: { type: 'string', default: '1' },
        restarts: { type: 'string', default: '0' },
        database: { type: 'string', default: 'sqlite' },
        photos: { type: 'string', default: 'folder' },
        json: { type: 'string' }
      }
    }));
  } catch (error) {
    return { wrong: (error as Error).message };
  }
  const { json, database, photos } = values;
  const counts = Object.fromEntries(
    Object.keys(numbers).map((name) => [name, Number(values[name as keyof typeof numbers])])
  ) as Record<keyof typeof numbers, number>;
  const odd = Object.entries(numbers).filter(
    ([name, least]) =>
      !Number.isInteger(counts[name as keyof typeof numbers]) || counts[name as keyof typeof numbers] < least
  );
  if (odd.length) return { wrong: `Not a whole number: ${odd.map(([name]) => `--${name}`).join(', ')}` };
  if (!isOneOf(databases, database)) return { wrong: `--database is ${databases.join(' or ')}` };
  if (!isOneOf(stores, photos)) return { wrong: `--photos is ${stores.join(' or ')}` };
  if (database === 'sqlite' && (counts.instances > 1 || counts.restarts))
    return { wrong: 'Several instances, and restarts of the database, need --database postgres' };
  return { ...counts, database, photos, json };
}

const isOneOf = <T extends string>(all: readonly T[], one: string): one is T =>
  (all as readonly string[]).includes(one);
