import type { ProviderId, SignInFailure } from '$lib/api/contracts/account';

/** The sign-in did not come about; nothing of it is kept. */
export class SignInError extends Error {
  constructor(
    readonly failure: SignInFailure,
    options?: ErrorOptions
  ) {
    super(failure, options);
    this.name = 'SignInError';
  }
}

/** What must come back unchanged, kept on the server between the two halves. */
export type SignInSecrets = Record<string, string>;

/** Who somebody is at a provider. */
export interface Identity {
  /** The provider's own stable id. */
  subject: string;
  /** Where the provider tells it, and says that it is theirs. */
  studentNumber?: string;
}

/** One system that says who somebody is. */
export interface SignInProvider {
  readonly id: ProviderId;
  /** Where to send the browser. @param callback address it comes back to @throws SignInError */
  start(callback: string): Promise<{ url: string; secrets: SignInSecrets }>;
  /** Who it is. @param returned the address it came back with @throws SignInError */
  finish(returned: URL, secrets: SignInSecrets, callback: string): Promise<Identity>;
}
