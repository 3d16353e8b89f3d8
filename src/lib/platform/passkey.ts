import {
  startAuthentication,
  startRegistration,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON
} from '@simplewebauthn/browser';
import { debugLog } from '$lib/log/debug-log';

/** Whether this browser can do anything with passkeys. */
export const canPasskey = () => 'PublicKeyCredential' in window;

// The person cancelled, or the device has none, or holds one of this account already.
const none = (error: unknown) => {
  debugLog.warn('passkey.none', error);
  return null;
};

/** A new passkey in this device; null where none came about, and the log has why. */
export const makeCredential = (
  optionsJSON: PublicKeyCredentialCreationOptionsJSON
): Promise<RegistrationResponseJSON | null> => startRegistration({ optionsJSON }).catch(none);

/** A passkey of this device, shown; null where none came about, and the log has why. */
export const showCredential = (
  optionsJSON: PublicKeyCredentialRequestOptionsJSON
): Promise<AuthenticationResponseJSON | null> => startAuthentication({ optionsJSON }).catch(none);
