import { goto } from '$app/navigation';
import type { Contract } from '$lib/api/contracts/contract';
import { csrfHeader, reviewApi, type StaffSession } from '$lib/api/contracts/staff';
import { request, type Answer, type Input, type Result } from '$lib/api/request';

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
  async call<C extends Contract>(contract: C, input: Input<C>): Promise<Result<Answer<C>>> {
    const answer = await request(contract, {
      ...input,
      headers: { [csrfHeader]: this.current?.csrf ?? '' }
    });
    if (!answer.ok && answer.code === 'staff.signIn') this.ended();
    // Asked for while somebody was signed in: the page to add or show it is the only one left.
    if (!answer.ok && answer.code === 'staff.passkeyNeeded' && !this.current?.needs) void this.load();
    return answer;
  }

  async load(): Promise<void> {
    const answer = await this.call(reviewApi.session, {});
    if (answer.ok) {
      this.current = answer.value.session;
      this.accounts = answer.value.accounts;
      this.sso = answer.value.sso;
    }
    this.loaded = true;
  }

  async signIn(name: string, password: string, fresh?: string): Promise<Result<StaffSession>> {
    const answer = await this.call(reviewApi.signIn, { body: { name, password, fresh } });
    if (answer.ok) await this.entered(answer.value);
    return answer;
  }

  /** Somebody has signed in. */
  async entered(session: StaffSession): Promise<void> {
    this.current = session;
    this.expired = false;
    await goto(session.needs ? '/review/account' : '/review');
  }

  async signOut(): Promise<void> {
    const answer = await this.call(reviewApi.signOut, {});
    if (!answer.ok && answer.retry) return;
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
