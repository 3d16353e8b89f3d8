import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { ForgedCallback, ProviderError } from '../driver';
import { nowMs } from '../../time';

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

/** A callback signed longer ago than this is not believed, ms; the SDK takes answers just as old. */
const freshMs = 5 * 60_000;
const timeoutMs = 15_000;

interface Refused {
  code?: string;
  response?: { status: number; data?: { code?: unknown } };
}

/** Without what the SDK says: its errors carry the whole request and the answer. */
function failureOf(error: unknown): ProviderError {
  const { code, response } = error as Refused;
  if (code?.startsWith('EV3_')) return new ProviderError('wechat', 'unsigned');
  if (!response) return new ProviderError('wechat', 'unreachable');
  const own = response.data?.code;
  return new ProviderError('wechat', typeof own === 'string' ? own : `http ${response.status}`);
}

/** WeChat Pay API v3 through its SDK: signed requests, verified answers, decrypted callbacks. */
export function weChatClient(settings: WeChatPaySettings) {
  const { merchantId, serial, platformKeyId, apiKey, api = 'https://api.mch.weixin.qq.com' } = settings;
  if (apiKey.length !== 32) throw new Error('the API v3 key must have 32 characters');
  const privateKey = Rsa.from(settings.privateKey, Rsa.KEY_TYPE_PRIVATE);
  const platformKey = Rsa.from(settings.platformKey, Rsa.KEY_TYPE_PUBLIC);
  const sdk = new Wechatpay({
    mchid: merchantId,
    serial,
    privateKey: settings.privateKey,
    certs: { [platformKeyId]: platformKey },
    baseURL: api,
    // The serial asks for answers signed with this key and not with a certificate's.
    headers: { 'User-Agent': 'gradframe', 'Wechatpay-Serial': platformKeyId },
    proxy: false,
    maxRedirects: 0
  });
  const inTime = () => AbortSignal.timeout(timeoutMs);

  /** Whether WeChat Pay signed a callback, just now. */
  function trusted(headers: Headers, body: string): boolean {
    const [timestamp = '', nonce = '', signature = '', by = ''] = [
      'timestamp',
      'nonce',
      'signature',
      'serial'
    ].map((name) => headers.get(`wechatpay-${name}`) ?? '');
    return (
      Math.abs(nowMs() - Number(timestamp) * 1000) <= freshMs &&
      by === platformKeyId &&
      Rsa.verify(Formatter.response(timestamp, nonce, body), signature, platformKey)
    );
  }

  return {
    /** What the bridge inside WeChat takes to let the payer pay. */
    bridged(appId: string, prepayId: string): Record<string, string> {
      const timeStamp = String(Formatter.timestamp());
      const nonceStr = Formatter.nonce();
      const prepay = `prepay_id=${prepayId}`;
      const text = Formatter.joinedByLineFeed(appId, timeStamp, nonceStr, prepay);
      const paySign = Rsa.sign(text, privateKey);
      return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
    },
    /** An answer that WeChat Pay signed. @throws ProviderError with WeChat's own code */
    async get<T>(path: string, params: Record<string, string>): Promise<T> {
      try {
        return (await sdk.chain(path).get<T>({ params, signal: inTime() })).data;
      } catch (error) {
        throw failureOf(error);
      }
    },
    /** The same, for what changes something. */
    async post<T>(path: string, content: object): Promise<T> {
      try {
        return (await sdk.chain(path).post<object, { data: T }>(content, { signal: inTime() })).data;
      } catch (error) {
        throw failureOf(error);
      }
    },
    /** A file of WeChat's; files carry no signature, their hash is in the signed answer that named them. */
    async file(address: string): Promise<Buffer> {
      const { origin, pathname, searchParams } = new URL(address);
      const params = Object.fromEntries(searchParams);
      try {
        const asked = { baseURL: origin, params, responseType: 'arraybuffer', signal: inTime() } as const;
        return (await sdk.chain(pathname.slice(1)).get<Buffer>(asked)).data;
      } catch (error) {
        throw failureOf(error);
      }
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
        const { ciphertext, nonce, associated_data: associated } = notice.resource;
        const plain = Aes.AesGcm.decrypt(ciphertext, apiKey, nonce, associated);
        return { id: notice.id, event: notice.event_type, content: JSON.parse(plain) };
      } catch (cause) {
        throw new ForgedCallback('unreadable', { cause });
      }
    }
  };
}
