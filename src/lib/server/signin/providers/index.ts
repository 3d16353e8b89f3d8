import { ConfiguredDrivers, type Settings } from '../../configured-drivers';
import type { SignInProvider } from '../provider';
import { casProvider } from './cas';
import { oidcProvider } from './oidc';
import { weChatProvider } from './wechat';

/** The providers that have all their settings. @throws ConfigError on settings that are there but wrong */
export function signInProviders(settings: Settings): ConfiguredDrivers<SignInProvider> {
  const providers = new ConfiguredDrivers<SignInProvider>(settings);
  providers.add(
    'oidc',
    ['GRADFRAME_OIDC_ISSUER', 'GRADFRAME_OIDC_CLIENT', 'GRADFRAME_OIDC_SECRET'],
    (values) =>
      oidcProvider({
        issuer: values.GRADFRAME_OIDC_ISSUER,
        clientId: values.GRADFRAME_OIDC_CLIENT,
        secret: values.GRADFRAME_OIDC_SECRET,
        number: settings.GRADFRAME_OIDC_NUMBER
      })
  );
  providers.add('cas', ['GRADFRAME_CAS'], (values) =>
    casProvider({ base: values.GRADFRAME_CAS.replace(/\/$/, ''), number: settings.GRADFRAME_CAS_NUMBER })
  );
  providers.add('wechat', ['GRADFRAME_WECHAT_APPID', 'GRADFRAME_WECHAT_SECRET'], (values) =>
    weChatProvider({ appId: values.GRADFRAME_WECHAT_APPID, secret: values.GRADFRAME_WECHAT_SECRET })
  );
  return providers;
}
