import type { Cookies } from '@sveltejs/kit';
import { sessionMs } from './accounts';

const name = 'gradframe-staff';

export const readCookie = (cookies: Cookies) => cookies.get(name);

/** Only this site's own pages send it, no script reads it, and it goes over https wherever the site does. */
const optionsFor = (url: URL) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: url.protocol === 'https:'
});

export function setCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(name, token, { ...optionsFor(url), maxAge: sessionMs.absolute / 1000 });
}

export const clearCookie = (cookies: Cookies, url: URL) => cookies.delete(name, optionsFor(url));
