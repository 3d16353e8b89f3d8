import { spawn } from 'node:child_process';
import { root } from '../lib/run.mjs';

/**
 * Runs one of package.json's scripts as an operator does, and answers what it printed.
 *
 * @param input its standard input
 * @param folder the version whose script it is
 * @throws with its name where it fails
 */
export async function command(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { input = '', folder = root } = {}
): Promise<string> {
  const child = spawn('npm', ['run', '-s', name, '--', ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env }
  });
  child.stdin.end(input);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0)
    throw new Error(`npm run ${name} ${args[0] ?? ''}: exit status ${String(status)}\n${printed}`);
  return printed;
}
