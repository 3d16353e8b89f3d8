/**
 * Signing in, shared by the client and the endpoint. The session is a cookie that no script reads.
 *
 *     GET    /api/v1/account                      `AccountView`
 *     POST   /api/v1/account/bind                 Authorization: Bearer KEY   {"id": "…"}: the registration of this
 *                                                 submission to this account; begins a session where there is none
 *     DELETE /api/v1/account/session[?all=1]      sign out here, or everywhere
 *     POST   /api/v1/account/passkey/{step}       `create`, `created`, `use`, `used`: WebAuthn's own JSON
 *     GET    /sign-in/{provider}                  to the provider, and back to /account
 */
import type { MessageKey } from '$lib/i18n/catalogue';
import type { SubmissionStatus } from './submission';

export const providerIds = ['oidc', 'cas', 'wechat'] as const;
export type ProviderId = (typeof providerIds)[number];

export interface AccountView {
  signedIn: boolean;
  /** Providers that are on. */
  providers: ProviderId[];
  /** How this account may be opened on another device. */
  identities: (ProviderId | 'passkey')[];
  /** Masked. */
  registrations: { campaign: string; studentNumber: string }[];
  submissions: Pick<SubmissionStatus, 'state' | 'receivedAt' | 'reasons' | 'campaign'>[];
}

/** Why a sign-in ended without one. */
export const signInFailures = ['cancelled', 'failed', 'expired', 'unreachable'] as const;
export type SignInFailure = (typeof signInFailures)[number];
export const failureKey = (failure: SignInFailure): MessageKey => `signin.${failure}`;
