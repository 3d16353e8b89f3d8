import { randomBytes } from 'node:crypto';
import { sha256 } from '../../crypto';
import { requireSecure } from '../../transport';
import { SignInError, type SignInProvider } from '../provider';
import { numberOf } from './number';

export interface CasSettings {
  /** Such as https://cas.example.edu.cn/cas */
  base: string;
  /** What holds the student number: `user`, or the name of an attribute; none where it is told nowhere. */
  number?: string;
}

const timeoutMs = 10_000;
/** The start of a success by the CAS 3.0 protocol; whatever a user's attributes hold comes after it. */
const success =
  /^\s*(?:<\?xml[^>]*\?>\s*)?<cas:serviceResponse[^>]*>\s*<cas:authenticationSuccess>\s*<cas:user>([^<]{1,256})<\/cas:user>/;

/** The one attribute of this name among those of the success; none where there are several. */
function attribute(answer: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const [, attributes = ''] = /<cas:attributes>([\s\S]*?)<\/cas:attributes>/.exec(answer) ?? [];
  const found = [...attributes.matchAll(new RegExp(`<cas:${name}>([^<]{1,64})</cas:${name}>`, 'g'))];
  return found.length === 1 ? found[0]![1]!.trim() : undefined;
}

/** CAS 3.0 service tickets. The user's name at the campus is kept as a hash. */
export function casProvider({ base, number }: CasSettings): SignInProvider {
  requireSecure(base);
  if (number !== undefined && !/^[\w.-]+$/.test(number))
    throw new Error('GRADFRAME_CAS_NUMBER must be a name');
  const service = (callback: string, state: string) => `${callback}?state=${state}`;
  return {
    id: 'cas',
    start(callback) {
      const state = randomBytes(16).toString('base64url');
      const url = `${base}/login?service=${encodeURIComponent(service(callback, state))}`;
      return Promise.resolve({ url, secrets: { state } });
    },
    async finish(returned, { state }, callback) {
      const ticket = returned.searchParams.get('ticket');
      if (returned.searchParams.get('state') !== state) throw new SignInError('failed');
      if (!ticket) throw new SignInError('cancelled');
      const asked = new URLSearchParams({ service: service(callback, state!), ticket });
      let answer: string;
      try {
        const response = await fetch(`${base}/p3/serviceValidate?${asked}`, {
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs)
        });
        answer = await response.text();
      } catch (cause) {
        throw new SignInError('unreachable', { cause });
      }
      const user = success.exec(answer)?.[1]?.trim();
      if (!user) throw new SignInError('failed');
      return {
        subject: sha256(`${base} ${user}`),
        ...numberOf(number === 'user' ? user : attribute(answer, number))
      };
    }
  };
}
