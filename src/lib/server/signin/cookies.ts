import type { Cookies } from '@sveltejs/kit';
import { cookieName } from '../http/cookie-name';
import { studentSessionMs } from './accounts';
import { pendingMs } from '../store/pending-sign-ins';

const names = { session: 'gradframe-student', pending: 'gradframe-sign-in' };
const seconds = { session: studentSessionMs.absolute / 1000, pending: pendingMs / 1000 };

/** No script reads them; lax, because providers send the browser back by a link. */
const optionsFor = (url: URL) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: url.protocol === 'https:'
});

export type StudentCookie = keyof typeof names;
/** What the browser sent; undefined where it has no such cookie. */
export const readStudent = (cookies: Cookies, url: URL, which: StudentCookie) =>
  cookies.get(cookieName(url, names[which]));
/** Sets a cookie that ends with what it opens. */
export const setStudent = (cookies: Cookies, url: URL, which: StudentCookie, value: string) =>
  cookies.set(cookieName(url, names[which]), value, { ...optionsFor(url), maxAge: seconds[which] });
/** Takes the cookie from the browser; what it opened on the server stays. */
export const clearStudent = (cookies: Cookies, url: URL, which: StudentCookie) =>
  cookies.delete(cookieName(url, names[which]), optionsFor(url));
