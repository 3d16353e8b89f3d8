import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';

const period = 100_000;

/** A control group of Linux: where it lies, what bounds it, and where a process lies that is in none of ours. */
interface Group {
  folder: string;
  outside: string;
  bound: (cores: number) => [file: string, text: string][];
}

/**
 * Runs `work` with what it starts bounded to `cores` processor cores in all, by a control group; itself it is only bounded
 * while `start` runs. Linux, where control groups may be made: elsewhere nothing is bounded, and `bounded` is false.
 */
export async function withCores<Started, T>(
  cores: number | null,
  start: () => Promise<Started>,
  work: (started: Started, bounded: boolean) => Promise<T>
): Promise<T> {
  const group = cores === null ? null : await makeGroup(cores);
  if (!group) return work(await start(), false);
  try {
    await writeFile(`${group.folder}/cgroup.procs`, String(process.pid));
    const started = await start().finally(() =>
      writeFile(`${group.outside}/cgroup.procs`, String(process.pid))
    );
    return await work(started, true);
  } finally {
    await removed(group.folder);
  }
}

async function makeGroup(cores: number): Promise<Group | null> {
  for (const group of await groups()) {
    try {
      await mkdir(group.folder);
      for (const [file, text] of group.bound(cores)) await writeFile(`${group.folder}/${file}`, text);
      return group;
    } catch {
      // not of this version, or not allowed: the next way is tried
      await removed(group.folder, 1);
    }
  }
  return null;
}

/** Of version 1 and 2 (cgroups(7)); none where the system has no such thing. */
async function groups(): Promise<Group[]> {
  // No such file: no such thing.
  const own = await readFile('/proc/self/cgroup', 'utf8').catch(() => '');
  const name = `gradframe-bench-${process.pid}`;
  const pathOf = (controller: RegExp) =>
    own
      .split('\n')
      .map((line) => line.split(':'))
      .find(([, names]) => names !== undefined && controller.test(names))?.[2];
  const first = pathOf(/^(.*,)?cpu(,.*)?$/);
  const second = pathOf(/^$/);
  const bounds: Group[] = [];
  if (first !== undefined) {
    const outside = `/sys/fs/cgroup/cpu${first}`.replace(/\/$/, '');
    bounds.push({
      folder: `${outside}/${name}`,
      outside,
      bound: (cores) => [
        ['cpu.cfs_period_us', String(period)],
        ['cpu.cfs_quota_us', String(Math.round(cores * period))]
      ]
    });
  }
  if (second !== undefined) {
    const outside = `/sys/fs/cgroup${second}`.replace(/\/$/, '');
    bounds.push({
      folder: `${outside}/${name}`,
      outside,
      bound: (cores) => [['cpu.max', `${Math.round(cores * period)} ${period}`]]
    });
  }
  return bounds;
}

/** Once its last process has ended. */
async function removed(folder: string, tries = 20): Promise<void> {
  for (let left = tries; left > 0; left--) {
    try {
      return await rmdir(folder);
    } catch {
      // a process of it still ends, or it was never made
      await after(100);
    }
  }
}
