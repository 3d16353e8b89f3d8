/**
 * Signing in, shared by the client and the endpoint. The session is a cookie that no script reads.
 *
 *     GET    /api/v1/account                      `AccountView`
 *     POST   /api/v1/account/bind                 Authorization: Bearer KEY   {"id": "…"}: this submission to this
 *                                                 account; begins a session where there is none
 *     DELETE /api/v1/account/session[?all=1]      sign out here, or everywhere
 *     POST   /api/v1/account/passkey/{step}       `create`, `created`, `use`, `used`: WebAuthn's own JSON
 *     DELETE /api/v1/account/factors              {kind, id}: takes a way to sign in away · problem `account.again`
 *     GET    /sign-in/{provider}[?add=1]          to the provider, and back to /account; `add`: the student has said that
 *                                                 this sign-in is to open the account of the present session too
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import type { Contract } from './contract';
import { known, uuid } from './parts';
import { stateSchema } from './submission';

/** Body of POST /api/v1/account/bind. */
export const bindSchema = v.strictObject({ id: uuid });

/** Body of POST /api/v1/account/passkey/{step}: nothing, or what the authenticator made. */
export const passkeySchema = v.union([
  v.looseObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(1400)), response: v.looseObject({}) }),
  v.strictObject({})
]);

export const providerIds = ['oidc', 'cas', 'wechat'] as const;
export type ProviderId = (typeof providerIds)[number];

/** A way that opens an account: a provider's sign-in, of which it has one each, or a passkey. */
export const factorSchema = v.strictObject({
  kind: v.picklist([...providerIds, 'passkey']),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(1400))
});
export type Factor = v.InferOutput<typeof factorSchema> & { madeAt: string };

const accountSchema = v.object({
  signedIn: v.boolean(),
  /** Providers that are on. */
  providers: known(providerIds),
  /** How this account may be opened on another device. */
  identities: known([...providerIds, 'passkey']),
  /** The same, each by itself, the oldest first. */
  factors: v.array(v.object({ kind: v.string(), id: v.string(), madeAt: v.string() })),
  /** Numbers that were proven: by a code that the endpoint read, or by the campus's sign-in. */
  registrations: v.array(
    v.object({
      campaign: v.string(),
      /** Masked. */
      studentNumber: v.string()
    })
  ),
  /** Those whose keys this account was shown, the newest first. */
  submissions: v.array(
    v.object({
      id: v.string(),
      state: stateSchema,
      receivedAt: v.string(),
      reasons: v.array(v.string()),
      campaign: v.string(),
      /** Masked. */
      studentNumber: v.string()
    })
  )
});
export type AccountView = v.InferOutput<typeof accountSchema>;

/** Why a sign-in ended without one. */
export const signInFailures = ['cancelled', 'failed', 'expired', 'unreachable'] as const;
export type SignInFailure = (typeof signInFailures)[number];

/** WebAuthn's own JSON, which the browser or the endpoint's library checks. */
export const webAuthn = <T extends object>() =>
  v.custom<T>((given) => typeof given === 'object' && given !== null && !Array.isArray(given));

export const accountApi = {
  view: { method: 'GET', path: '/api/v1/account', answer: accountSchema },
  bind: { method: 'POST', path: '/api/v1/account/bind', body: bindSchema },
  signOut: { method: 'DELETE', path: '/api/v1/account/session?all={all}' },
  removeFactor: { method: 'DELETE', path: '/api/v1/account/factors', body: factorSchema },
  passkeyCreate: {
    method: 'POST',
    path: '/api/v1/account/passkey/create',
    body: v.strictObject({}),
    answer: webAuthn<PublicKeyCredentialCreationOptionsJSON>()
  },
  passkeyCreated: {
    method: 'POST',
    path: '/api/v1/account/passkey/created',
    body: webAuthn<RegistrationResponseJSON>()
  },
  passkeyUse: {
    method: 'POST',
    path: '/api/v1/account/passkey/use',
    body: v.strictObject({}),
    answer: webAuthn<PublicKeyCredentialRequestOptionsJSON>()
  },
  passkeyUsed: {
    method: 'POST',
    path: '/api/v1/account/passkey/used',
    body: webAuthn<AuthenticationResponseJSON>()
  }
} as const satisfies Record<string, Contract>;
