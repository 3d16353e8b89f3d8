import { createDecipheriv, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { ForgedCallback, ProviderError } from '../driver';

export interface WeChatPaySettings {
  appId: string;
  merchantId: string;
  /** Serial number of the merchant's certificate. */
  serial: string;
  /** PEM. */
  privateKey: string;
  /** WeChat Pay's public key, PEM, and its id (`PUB_KEY_ID_…`). */
  platformKey: string;
  platformKeyId: string;
  /** 32 characters, for what callbacks encrypt. */
  apiKey: string;
  /** Of WeChat's interface; another for tests. */
  api?: string;
}

/** A signature made longer ago than this is not believed, ms. */
const freshMs = 5 * 60_000;
const timeoutMs = 15_000;

/** WeChat Pay API v3: signed requests, verified answers, decrypted callbacks. */
export function weChatClient(settings: WeChatPaySettings, clock: () => number) {
  const { merchantId, serial, api = 'https://api.mch.weixin.qq.com' } = settings;
  const privateKey = createPrivateKey(settings.privateKey);
  const platformKey = createPublicKey(settings.platformKey);
  if (settings.apiKey.length !== 32) throw new Error('the API v3 key must have 32 characters');

  const signed = (text: string) => sign('sha256', Buffer.from(text), privateKey).toString('base64');

  /** Whether WeChat Pay signed a text, just now. */
  function trusted(headers: Headers, body: string): boolean {
    const [timestamp, nonce, signature, by] = ['timestamp', 'nonce', 'signature', 'serial'].map(
      (name) => headers.get(`wechatpay-${name}`) ?? ''
    );
    const fresh = Math.abs(clock() - Number(timestamp) * 1000) <= freshMs;
    const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);
    return (
      fresh &&
      by === settings.platformKeyId &&
      verify('sha256', text, platformKey, Buffer.from(signature!, 'base64'))
    );
  }

  async function send(method: 'GET' | 'POST', url: URL, body: string): Promise<Response> {
    const timestamp = Math.floor(clock() / 1000);
    const nonce = randomBytes(16).toString('hex');
    const signature = signed(`${method}\n${url.pathname}${url.search}\n${timestamp}\n${nonce}\n${body}\n`);
    const token = `mchid="${merchantId}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${serial}",signature="${signature}"`;
    try {
      return await fetch(url, {
        method,
        headers: {
          authorization: `WECHATPAY2-SHA256-RSA2048 ${token}`,
          accept: 'application/json',
          'user-agent': 'gradframe',
          'wechatpay-serial': settings.platformKeyId,
          ...(body && { 'content-type': 'application/json' })
        },
        ...(body && { body }),
        signal: AbortSignal.timeout(timeoutMs)
      });
    } catch {
      throw new ProviderError('wechat', 'unreachable');
    }
  }

  return {
    signed,
    /** An answer that WeChat Pay signed. @throws ProviderError with WeChat's own code */
    async ask<T>(method: 'GET' | 'POST', path: string, content?: object): Promise<T> {
      const response = await send(method, new URL(api + path), content ? JSON.stringify(content) : '');
      const text = await response.text();
      if (!response.ok) {
        let code = `http ${response.status}`;
        try {
          code = (JSON.parse(text) as { code?: string }).code ?? code;
        } catch {
          // No answer of WeChat's own.
        }
        throw new ProviderError('wechat', code);
      }
      if (!trusted(response.headers, text)) throw new ProviderError('wechat', 'unsigned');
      return (text ? JSON.parse(text) : {}) as T;
    },
    /** A file of WeChat's; files carry no signature, their hash is in the signed answer that named them. */
    async file(address: string): Promise<Buffer> {
      const response = await send('GET', new URL(address), '');
      if (!response.ok) throw new ProviderError('wechat', `http ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    /** What a callback says, decrypted. @throws ForgedCallback */
    opened(headers: Headers, body: string): { id: string; event: string; content: unknown } {
      if (!trusted(headers, body)) throw new ForgedCallback();
      try {
        const notice = JSON.parse(body) as {
          id: string;
          event_type: string;
          resource: { ciphertext: string; nonce: string; associated_data?: string };
        };
        const { ciphertext, nonce, associated_data: associated = '' } = notice.resource;
        const sealed = Buffer.from(ciphertext, 'base64');
        const cipher = createDecipheriv('aes-256-gcm', settings.apiKey, nonce);
        cipher.setAAD(Buffer.from(associated));
        cipher.setAuthTag(sealed.subarray(-16));
        const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
        return { id: notice.id, event: notice.event_type, content: JSON.parse(plain.toString()) };
      } catch {
        throw new ForgedCallback();
      }
    }
  };
}
