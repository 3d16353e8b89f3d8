import { randomBytes } from 'node:crypto';
import { SignInError, type SignInProvider } from '../provider';

export interface WeChatSignInSettings {
  appId: string;
  secret: string;
  /** Of WeChat's pages and interface; others for tests. */
  open?: string;
  api?: string;
}

const timeoutMs = 10_000;

/**
 * WeChat's web authorisation (OAuth 2, snsapi_userinfo), inside WeChat's own browser. Name and picture are not asked
 * for afterwards; the openid is kept, for paying and messages go by it.
 */
export function weChatProvider(settings: WeChatSignInSettings): SignInProvider {
  const { appId, secret, open = 'https://open.weixin.qq.com', api = 'https://api.weixin.qq.com' } = settings;
  return {
    id: 'wechat',
    start(callback) {
      const state = randomBytes(16).toString('hex');
      const asked = new URLSearchParams({
        appid: appId,
        redirect_uri: callback,
        response_type: 'code',
        scope: 'snsapi_userinfo',
        state
      });
      const url = `${open}/connect/oauth2/authorize?${asked}#wechat_redirect`;
      return Promise.resolve({ url, secrets: { state } });
    },
    async finish(returned, { state }) {
      if (returned.searchParams.get('state') !== state) throw new SignInError('failed');
      const code = returned.searchParams.get('code');
      if (!code || code === 'authdeny') throw new SignInError('cancelled');
      const asked = new URLSearchParams({ appid: appId, secret, code, grant_type: 'authorization_code' });
      let answer: { openid?: string; is_snapshotuser?: number };
      try {
        const response = await fetch(`${api}/sns/oauth2/access_token?${asked}`, {
          signal: AbortSignal.timeout(timeoutMs)
        });
        answer = (await response.json()) as typeof answer;
      } catch (cause) {
        throw new SignInError('unreachable', { cause });
      }
      // A snapshot page's user is a stand-in that nobody else ever is again.
      if (!answer.openid || answer.is_snapshotuser === 1) throw new SignInError('failed');
      return { subject: answer.openid };
    }
  };
}
