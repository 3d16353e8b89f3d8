import { goto } from '$app/navigation';
import type { SessionState, StaffSession } from '$lib/api/contracts/staff';
import { request, type Method, type Outcome } from './request';

/** Who is signed in at the console. */
class Session {
  current = $state.raw<StaffSession | null>(null);
  /** False until the server was asked. */
  loaded = $state(false);
  /** False while there is no account at all. */
  accounts = $state(true);
  /** Whether the unit's single sign-on is on. */
  sso = $state(false);
  /** The session ended while somebody worked: the sign-in page says so. */
  expired = $state(false);

  get admin(): boolean {
    return this.current?.role === 'admin';
  }

  /** One request; a session that ended leads to the sign-in page. Never throws. */
  async call<T>(
    method: Method,
    path: string,
    body?: unknown,
    options?: { keepalive?: boolean }
  ): Promise<Outcome<T>> {
    const answer = await request<T>(method, path, this.current?.csrf ?? '', body, options);
    if (!answer.ok && answer.code === 'staff.signIn') this.ended();
    return answer;
  }

  async load(): Promise<void> {
    const answer = await this.call<SessionState>('GET', 'session');
    if (answer.ok) {
      this.current = answer.value.session;
      this.accounts = answer.value.accounts;
      this.sso = answer.value.sso;
    }
    this.loaded = true;
  }

  async signIn(name: string, password: string, fresh?: string): Promise<Outcome<StaffSession>> {
    const answer = await this.call<StaffSession>('POST', 'session', { name, password, fresh });
    if (!answer.ok) return answer;
    this.current = answer.value;
    this.expired = false;
    await goto('/review');
    return answer;
  }

  async signOut(): Promise<void> {
    const answer = await this.call('DELETE', 'session');
    if (!answer.ok && answer.code === 'unreachable') return;
    this.current = null;
    await goto('/review/sign-in');
  }

  ended(): void {
    if (this.current) this.expired = true;
    this.current = null;
    if (location.pathname !== '/review/sign-in') void goto('/review/sign-in');
  }
}

export const staffSession = new Session();
