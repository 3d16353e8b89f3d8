import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP's scrypt setting with 32 MiB a hash: N = 2^15, r = 8, p = 3. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const maxmem = 64 * 2 ** 20;
const keyBytes = 32;

export const passwordLength = { min: 12, max: 256 };

const derive = (password: string, salt: Uint8Array, bytes: number, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    // The same letters however the keyboard composed them.
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) =>
      error ? reject(error) : resolve(key)
    );
  });

/** `scrypt$N$r$p$salt$key`, salt and key in base64url: a hash tells how it was made, so the cost may rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, keyBytes, { ...cost, maxmem });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

let nobodys: Promise<string> | undefined;

/** Whether the password fits. Without a hash it takes as long and is false, so that names cannot be probed by time. */
export async function checkPassword(password: string, hash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('base64url'));
  const [, N, r, p, salt, key] = (hash ?? (await nobodys)).split('$');
  const expected = Buffer.from(key!, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem };
  const derived = await derive(password, Buffer.from(salt!, 'base64url'), expected.length, options);
  return timingSafeEqual(derived, expected) && hash !== null;
}
