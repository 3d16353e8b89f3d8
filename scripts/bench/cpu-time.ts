import { readdir, readFile } from 'node:fs/promises';

/** Ticks of a second in /proc (proc(5), sysconf(_SC_CLK_TCK)); 100 on every Linux of today. */
const ticks = 100;

export interface CpuTime {
  /** ms since the process began. */
  own: number;
  /** Of its children that live, ms. */
  children: number;
}

/** Processor time of a process, whatever else the machine does; null where the system does not tell. */
export async function cpuTime(pid: number): Promise<CpuTime | null> {
  try {
    const { ms: own } = await statOf(String(pid));
    const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(gone));
    const children = all.reduce((sum, one) => sum + (one?.parent === pid ? one.ms : 0), 0);
    return { own, children };
  } catch {
    // no /proc: a system that does not tell
    return null;
  }
}

/** A process may end while the others are read. */
const gone = (pid: string) => statOf(pid).catch(() => null);

async function statOf(pid: string): Promise<{ parent: number; ms: number }> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name before it may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number) => Number(fields[field - 3]);
  return { parent: at(4), ms: ((at(14) + at(15)) * 1000) / ticks };
}
