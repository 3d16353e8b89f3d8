import { ConfiguredDrivers, type Settings } from '../configured-drivers';
import { oidcClient } from '../signin/providers/oidc';

export type StaffSignIn = ReturnType<typeof oidcClient>;

/** As claims are compared: addresses in small letters. */
export const identityOf = (claim: string) => (claim.includes('@') ? claim.toLowerCase() : claim);

/**
 * The unit's single sign-on for staff, when it has all its settings. It says who somebody is; whether they have an
 * account, and which role, is told here alone.
 *
 * @throws ConfigError on settings that are there but wrong
 */
export function staffOidc(settings: Settings): ConfiguredDrivers<StaffSignIn> {
  const found = new ConfiguredDrivers<StaffSignIn>(settings);
  found.add(
    'oidc',
    ['GRADFRAME_STAFF_OIDC_ISSUER', 'GRADFRAME_STAFF_OIDC_CLIENT', 'GRADFRAME_STAFF_OIDC_SECRET'],
    (values) => {
      const claim = settings.GRADFRAME_STAFF_OIDC_CLAIM ?? 'sub';
      if (claim !== 'sub' && claim !== 'email')
        throw new Error('GRADFRAME_STAFF_OIDC_CLAIM must be sub or email');
      return oidcClient(
        {
          issuer: values.GRADFRAME_STAFF_OIDC_ISSUER,
          clientId: values.GRADFRAME_STAFF_OIDC_CLIENT,
          secret: values.GRADFRAME_STAFF_OIDC_SECRET
        },
        claim
      );
    }
  );
  return found;
}
