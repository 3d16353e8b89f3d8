import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs the kiosk command at an endpoint, and answers what it printed. */
export async function kioskCommand(at: { url: string; data: string }, ...args: string[]): Promise<string> {
  const env = { ...process.env, GRADFRAME_DATA: at.data };
  const all = ['tsx', 'scripts/kiosk/index.ts', ...args, '--endpoint', at.url];
  return (await promisify(execFile)('npx', all, { env })).stdout.trim();
}
