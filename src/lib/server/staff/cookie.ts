import type { Cookies } from '@sveltejs/kit';
import { cookieName } from '../http/cookie-name';
import { deviceMs } from '../store/staff-devices';
import { sessionMs } from './sessions';
import { pendingMs } from '../store/pending-sign-ins';

const names = {
  session: 'gradframe-staff',
  device: 'gradframe-staff-device',
  passkey: 'gradframe-staff-passkey'
};

/** The session's token; undefined where the browser sent none. */
export const readCookie = (cookies: Cookies, url: URL) => cookies.get(cookieName(url, names.session));
/** The token of a device that was used before; undefined where the browser sent none. */
export const readDevice = (cookies: Cookies, url: URL) => cookies.get(cookieName(url, names.device));

/** Only this site's own pages send it, no script reads it, and it goes over https wherever the site does. */
const optionsFor = (url: URL) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: url.protocol === 'https:'
});

/** Keeps a session's token in the browser for as long as a session may last. */
export function setCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(cookieName(url, names.session), token, {
    ...optionsFor(url),
    maxAge: sessionMs.absolute / 1000
  });
}

/** Keeps the token by which this device is known again. */
export function setDevice(cookies: Cookies, url: URL, token: string): void {
  cookies.set(cookieName(url, names.device), token, { ...optionsFor(url), maxAge: deviceMs / 1000 });
}

/** What opens the challenge of a passkey under way. */
export function setChallenge(cookies: Cookies, url: URL, key: string): void {
  cookies.set(cookieName(url, names.passkey), key, { ...optionsFor(url), maxAge: pendingMs / 1000 });
}

/** Read once: it is cleared. */
export function takeChallenge(cookies: Cookies, url: URL): string {
  const key = cookies.get(cookieName(url, names.passkey)) ?? '';
  cookies.delete(cookieName(url, names.passkey), optionsFor(url));
  return key;
}

/** Takes the session's token from the browser; the session is ended elsewhere. */
export const clearCookie = (cookies: Cookies, url: URL) =>
  cookies.delete(cookieName(url, names.session), optionsFor(url));
