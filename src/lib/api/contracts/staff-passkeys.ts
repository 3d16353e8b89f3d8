/**
 * Passkeys of staff: WebAuthn's own JSON, which the browser and the endpoint's library check.
 *
 *     GET    /api/v1/staff/passkeys                   one's own
 *     PATCH  /api/v1/staff/passkeys                   {id, label}
 *     DELETE /api/v1/staff/passkeys                   {id}: every other session of one's own ends
 *     POST   /api/v1/staff/passkeys/{step}            `create`; `created` {label, passkey}
 *     POST   /api/v1/staff/session/passkey/{step}     `use`; `used`: begins a session
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import { passkeySchema, webAuthn } from './account';
import type { Contract } from './contract';
import { sessionSchema } from './staff';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1400));
/** What its owner calls it. */
const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64));

const ownSchema = v.object({
  passkeys: v.array(
    v.object({ id: v.string(), label: v.string(), madeAt: v.string(), usedAt: v.nullable(v.string()) })
  ),
  /** Whether this account must keep one. */
  required: v.boolean()
});
export type OwnPasskeys = v.InferOutput<typeof ownSchema>;
export type StaffPasskey = OwnPasskeys['passkeys'][number];

export const labelSchema = v.strictObject({ id, label });
export const removeSchema = v.strictObject({ id });
/** Body of the steps `create` and `created`. */
export const madeSchema = v.union([
  v.strictObject({ label, passkey: v.looseObject({ id, response: v.looseObject({}) }) }),
  v.strictObject({})
]);
/** Body of the steps `use` and `used`. */
export const usedSchema = passkeySchema;

const own = '/api/v1/staff/passkeys';
const session = '/api/v1/staff/session/passkey';

export const staffPasskeyApi = {
  list: { method: 'GET', path: own, answer: ownSchema },
  rename: { method: 'PATCH', path: own, body: labelSchema },
  remove: { method: 'DELETE', path: own, body: removeSchema },
  create: {
    method: 'POST',
    path: `${own}/create`,
    body: v.strictObject({}),
    answer: webAuthn<PublicKeyCredentialCreationOptionsJSON>()
  },
  created: {
    method: 'POST',
    path: `${own}/created`,
    body: v.strictObject({ label, passkey: webAuthn<RegistrationResponseJSON>() })
  },
  use: {
    method: 'POST',
    path: `${session}/use`,
    body: v.strictObject({}),
    answer: webAuthn<PublicKeyCredentialRequestOptionsJSON>()
  },
  used: {
    method: 'POST',
    path: `${session}/used`,
    body: webAuthn<AuthenticationResponseJSON>(),
    answer: sessionSchema
  }
} as const satisfies Record<string, Contract>;
