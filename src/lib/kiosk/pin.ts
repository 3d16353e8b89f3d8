import type { KeptPin } from './types';

/** What a PIN must look like. */
export const pinPattern = /^[0-9]{6,12}$/;
const rounds = 300_000;

/** What is kept of a PIN: salt and hash. */
export async function keepPin(pin: string): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, rounds, hash: await derive(pin, salt, rounds) };
}

/** Whether it is the PIN that was kept. */
export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  const hash = await derive(pin, kept.salt, kept.rounds);
  return hash.length === kept.hash.length && hash.every((byte, index) => byte === kept.hash[index]);
}

/** Seconds to wait before the next try after so many wrong ones in a row: none for three, then doubling to a minute. */
export const pinDelay = (wrong: number) => (wrong < 3 ? 0 : Math.min(60, 2 ** (wrong - 2)));

async function derive(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits'
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256
  );
  return new Uint8Array(bits);
}
