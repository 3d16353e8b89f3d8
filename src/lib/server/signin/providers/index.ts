import { ConfigError } from '../../config-error';
import type { SignInProvider } from '../provider';
import { casProvider } from './cas';
import { oidcProvider } from './oidc';
import { weChatProvider } from './wechat';

type Settings = Readonly<Record<string, string | undefined>>;

/** The providers that have all their settings. @throws ConfigError on settings that are there but wrong */
export function signInProviders(settings: Settings): {
  on: SignInProvider[];
  off: { id: string; wants: string[] }[];
} {
  const on: SignInProvider[] = [];
  const off: { id: string; wants: string[] }[] = [];
  function add(id: string, names: readonly string[], make: (...values: string[]) => SignInProvider) {
    const wants = names.filter((name) => !settings[name]);
    if (wants.length) return void off.push({ id, wants });
    try {
      on.push(make(...names.map((name) => settings[name]!)));
    } catch (error) {
      throw new ConfigError(`${names[0]}: ${(error as Error).message}`);
    }
  }
  add(
    'oidc',
    ['GRADFRAME_OIDC_ISSUER', 'GRADFRAME_OIDC_CLIENT', 'GRADFRAME_OIDC_SECRET'],
    (issuer = '', clientId = '', secret = '') => oidcProvider({ issuer, clientId, secret })
  );
  add('cas', ['GRADFRAME_CAS'], (base = '') => casProvider({ base: base.replace(/\/$/, '') }));
  add('wechat', ['GRADFRAME_WECHAT_APPID', 'GRADFRAME_WECHAT_SECRET'], (appId = '', secret = '') =>
    weChatProvider({ appId, secret })
  );
  return { on, off };
}
