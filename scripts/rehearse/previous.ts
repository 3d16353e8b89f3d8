import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';

const migrations = 'src/lib/server/store/migrations';

/** An earlier version of the project, built in a folder of its own. */
export interface Version {
  folder: string;
  /** Tag or commit. */
  name: string;
  remove(): void;
}

/** What git answers; null where it fails, as without history. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The newest tag before this commit; without one, the last commit whose database has a table less. */
function lastVersion(): string | null {
  // A tarball may lie in somebody else's repository.
  if (git('rev-parse', '--show-toplevel') !== realpathSync(root)) return null;
  const tag = git('describe', '--tags', '--abbrev=0', 'HEAD^');
  if (tag) return tag;
  const newest = readdirSync(join(root, migrations))
    .filter((name) => /^\d{3}-/.test(name))
    .sort()
    .at(-1);
  const added = newest && git('log', '-1', '--diff-filter=A', '--format=%h', '--', `${migrations}/${newest}`);
  return added ? git('rev-parse', '--short', '--verify', '--quiet', `${added}^`) : null;
}

/**
 * Builds the version that is upgraded from: `from`, or the last one; null where git has no history (a tarball, a
 * shallow clone).
 *
 * @throws where it cannot be built
 */
export function buildPrevious(from?: string): Version | null {
  const name = from ?? lastVersion();
  if (!name) return null;
  const parent = mkdtempSync(join(tmpdir(), 'gradframe-previous-'));
  const folder = join(parent, 'gradframe');
  const remove = () => {
    git('worktree', 'remove', '--force', folder);
    rmSync(parent, { recursive: true, force: true });
  };
  const must = (program: string, ...args: string[]) => {
    const env = { ...process.env, GRADFRAME_PACK: 'quick' };
    const { status } = spawnSync(program, args, { cwd: folder, env, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`${name}: ${program} ${args.join(' ')}: exit status ${String(status)}`);
  };
  try {
    if (git('worktree', 'add', '--detach', folder, name) === null)
      throw new Error(`${name} is no version that git knows`);
    const lock = (place: string) => readFileSync(join(place, 'package-lock.json'), 'utf8');
    if (lock(folder) === lock(root)) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    else must('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund');
    // Checked by their sums when it builds; made anew where they differ.
    for (const models of ['workers/models', 'static/models'])
      if (existsSync(join(root, models)))
        cpSync(join(root, models), join(folder, models), { recursive: true, force: false });
    must('npm', 'run', '-s', 'build');
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, name, remove };
}
