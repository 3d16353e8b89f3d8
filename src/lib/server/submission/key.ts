import { keyPattern } from '$lib/api/patterns';
import { Refusal } from '../http/problem';

/** The client's key: 32 random bytes in base64url. @throws Refusal `request.unauthorised` */
export function readKey({ headers }: Request): string {
  const [, key] = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '') ?? [];
  if (!key || !keyPattern.test(key)) throw new Refusal('request.unauthorised');
  return key;
}
