/** Accounts of the console, made as whoever runs a server makes them: by command. */
import { spawn } from 'node:child_process';
import { expect, type APIRequestContext } from '@playwright/test';
import { csrfHeader, type StaffRole, type StaffSession } from '../src/lib/api/contracts/staff';
import { open } from '../scripts/lib/journey';
import type { JourneyPage } from '../scripts/lib/journey-page';

export const password = 'correct horse 电池';

/**
 * Makes an account in the database of the desk's server, or of the one whose data folder is told; the password goes in
 * by standard input.
 */
export async function createStaff(
  name: string,
  role: StaffRole,
  { data = process.env.E2E_DESK_DATA, identity }: { data?: string; identity?: string } = {}
): Promise<void> {
  const known = identity ? ['--identity', identity] : [];
  const child = spawn('npm', ['run', '-s', 'create-reviewer', '--', name, '--role', role, ...known], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, GRADFRAME_DATA: data }
  });
  child.stdin.end(`${password}\n`);
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
}

/** Signs a request context in; answers the headers its further requests need. */
export async function signInBy(request: APIRequestContext, name: string): Promise<Record<string, string>> {
  const response = await request.post('/api/v1/staff/session', { data: { name, password } });
  expect(response.status()).toBe(200);
  return { [csrfHeader]: ((await response.json()) as StaffSession).csrf };
}

/** Signs in as a person does. */
export async function signIn(page: JourneyPage, name: string): Promise<void> {
  await open(page, '/review/sign-in');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL(/\/review$/, { timeout: 15_000, waitUntil: 'commit' });
}
