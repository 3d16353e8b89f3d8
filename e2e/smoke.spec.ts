import { execFile } from 'node:child_process';
import { expect, test } from './fixtures';

/** Exit status and lines of the command that operators run against an instance. */
const smoke = (url: string) =>
  new Promise<{ status: number; lines: string[] }>((resolve) =>
    execFile('npm', ['run', '-s', 'smoke', '--', url], (error, out) =>
      resolve({ status: error ? Number(error.code) : 0, lines: out.trim().split('\n') })
    )
  );
const failed = (lines: string[]) =>
  lines.filter((line) => line.startsWith('fail')).map((line) => line.split(/\s+/)[1]);

test('an instance that is well set up has nothing wrong', async ({ baseURL }) => {
  const { status, lines } = await smoke(baseURL!);
  expect(failed(lines)).toEqual([]);
  expect(lines.length).toBeGreaterThan(8);
  expect(status).toBe(0);
});

test('an instance under another address than its own, and none at all, are told', async ({ baseURL }) => {
  const other = await smoke(baseURL!.replace('localhost', '127.0.0.1'));
  expect(failed(other.lines)).toEqual(['origin']);
  expect(other.status).toBe(1);
  const none = await smoke('http://localhost:9');
  expect(none.status).toBe(1);
  expect(failed(none.lines)).toContain('health');
});
