import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** What a hash costs whoever makes it, and whoever tries passwords (RFC 7914). */
export type PasswordCost = Readonly<Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>>;

/** OWASP's scrypt setting with 32 MiB a hash. */
export const owaspCost: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
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
export async function hashPassword(password: string, cost = owaspCost): Promise<string> {
  const salt = randomBytes(16);
  return written(cost, salt, await derive(password, salt, keyBytes, { ...cost, maxmem }));
}

const written = ({ N, r, p }: PasswordCost, salt: Buffer, key: Buffer) =>
  ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

/** Whether the password fits. Without a hash it takes as long and is false, so that names cannot be probed by time. */
export async function checkPassword(
  password: string,
  hash: string | null,
  cost = owaspCost
): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? written(cost, randomBytes(16), randomBytes(keyBytes))).split('$');
  const expected = Buffer.from(key!, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem };
  const derived = await derive(password, Buffer.from(salt!, 'base64url'), expected.length, options);
  return timingSafeEqual(derived, expected) && hash !== null;
}
