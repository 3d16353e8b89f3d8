import type { SenderOf } from '../sender';
import { nowMs } from '../../time';

export interface WeChatMessageSettings {
  appId: string;
  secret: string;
  /** Template with the places `thing1` (what), `phrase2` (outcome) and `name3` (masked name). */
  template: string;
  /** Address students open. */
  origin: string;
  /** Of WeChat's interface; another for tests. */
  api?: string;
}

const timeoutMs = 20_000;
/** 43101: the student did not agree, or the one message was sent; 40003: no such openid. */
const goneCodes = [43101, 40003];
/** The access token is wrong or over. */
const staleCodes = [40001, 40014, 42001];

/** WeChat's one-time subscription message of an official account (`subscribe/bizsend`). */
export function weChatMessageSender(settings: WeChatMessageSettings): SenderOf<'wechat'> {
  const { appId, secret, template, origin, api = 'https://api.weixin.qq.com' } = settings;
  let token: { value: string; until: number } | null = null;

  async function ask<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs)
    });
    return (await response.json()) as T;
  }
  async function accessToken(): Promise<string> {
    if (token && token.until > nowMs()) return token.value;
    const answer = await ask<{ access_token?: string; expires_in?: number }>('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: appId,
      secret
    });
    if (!answer.access_token) throw new Error('token');
    token = { value: answer.access_token, until: nowMs() + ((answer.expires_in ?? 0) - 300) * 1000 };
    return token.value;
  }

  return {
    kind: 'wechat',
    accepts: () => true,
    async send({ openid }, { title, name, key }) {
      try {
        const path = `/cgi-bin/message/subscribe/bizsend?access_token=${encodeURIComponent(await accessToken())}`;
        const { errcode } = await ask<{ errcode: number }>(path, {
          touser: openid,
          template_id: template,
          page: `${origin}/status`,
          client_msg_id: key.slice(-32),
          data: {
            thing1: { value: '毕业照片' },
            phrase2: { value: title.slice(0, 5) },
            name3: { value: name }
          }
        });
        if (errcode === 0) return { kind: 'sent' };
        if (staleCodes.includes(errcode)) token = null;
        return goneCodes.includes(errcode) ? { kind: 'gone' } : { kind: 'later', why: `wechat ${errcode}` };
      } catch (error) {
        return { kind: 'later', why: (error as Error).name };
      }
    }
  };
}
