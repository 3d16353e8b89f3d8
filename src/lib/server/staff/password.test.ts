import { expect, it } from 'vitest';
import { checkPassword, hashPassword } from './password';

it('hashes as OWASP advises, never twice alike, and knows the password by it, however it was composed', async () => {
  const [first, second] = [await hashPassword('correct horse é'), await hashPassword('correct horse é')];
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(second).not.toBe(first);
  expect(await checkPassword('correct horse e\u0301', first)).toBe(true);
  expect(await checkPassword('correct horse e', first)).toBe(false);
});

it('knows a hash that was made at another cost, and nobody’s password', async () => {
  const cheap = await hashPassword('correct horse', { N: 2 ** 10, r: 8, p: 1 });
  expect(cheap).toContain('scrypt$1024$8$1$');
  expect(await checkPassword('correct horse', cheap)).toBe(true);
  expect(await checkPassword('correct horse', null)).toBe(false);
});
