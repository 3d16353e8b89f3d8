/** A variable of the environment. */
interface Variable {
  /** Taken where it is not set; null: nothing is. */
  standard: string | null;
  /** What stands in for it then, in words. */
  otherwise?: string;
  says: string;
}

/** Every variable that configures a server; README's tables and `.env.example` are written from here: `npm run settings`. */
export const variables = {
  PORT: { standard: '3000', says: 'where the server listens' },
  HOST: { standard: '127.0.0.1', says: 'on which address' },
  ORIGIN: {
    standard: null,
    otherwise: '`http://localhost:PORT`',
    says: 'the address students open, and no other (`origin.other` in the log); cameras need https or localhost'
  },
  ADDRESS_HEADER: {
    standard: null,
    otherwise: 'the connection’s address',
    says: 'header in which the proxy tells whom a request is from, which it overwrites; without it everybody has the proxy’s address'
  },
  XFF_DEPTH: { standard: '1', says: 'how many proxies there are, where that header is `x-forwarded-for`' },
  SHUTDOWN_TIMEOUT: { standard: '10', says: 'seconds in which requests in hand are answered after SIGTERM' },
  BODY_SIZE_LIMIT: {
    standard: '12000000',
    says: 'largest body of a request, bytes: a list of students; others are held to less'
  },
  GRADFRAME_DATA: { standard: 'data', says: 'folder of what is durable: database and submitted photos' },
  GRADFRAME_DATABASE: {
    standard: null,
    otherwise: 'a file in the data folder',
    says: '`postgres://…`, or another SQLite file'
  },
  GRADFRAME_PHOTOS: {
    standard: null,
    otherwise: 'a folder in the data folder',
    says: 'another folder, or `s3://BUCKET/PREFIX?endpoint=https://…&region=…`'
  },
  AWS_ACCESS_KEY_ID: { standard: null, says: 'key of the S3 store' },
  AWS_SECRET_ACCESS_KEY: { standard: null, says: 'its secret' },
  GRADFRAME_FILE_KEYS: {
    standard: null,
    otherwise: 'photos in clear',
    says: 'photos encrypted at rest: `id:base64,…` of 32 bytes; the first encrypts'
  },
  GRADFRAME_CODE_KEYS: {
    standard: null,
    otherwise: 'no encrypted codes',
    says: 'keys of the codes that the unit issues itself, in the same form'
  },
  GRADFRAME_FARM: {
    standard: null,
    otherwise: 'beside the photos',
    says: 'where the farm keeps its pictures: a folder, or `s3://…` as for photos'
  },
  GRADFRAME_FARM_DAYS: { standard: '30', says: 'how long it keeps pictures, finished photos and rows' },
  GRADFRAME_CAMPAIGNS: {
    standard: null,
    otherwise: 'campaigns are made in the console, at first a sample',
    says: 'JSON file: a list of campaigns, the first is the default; the console then only shows them'
  },
  GRADFRAME_ADDRESS_LIMIT: {
    standard: '600',
    says: 'requests a minute of one network address (IPv6: of its /64) that may fail, ten times as many in all; beyond, it is served a few at a time'
  },
  GRADFRAME_DEVICE_LIMIT: { standard: '30', says: 'submissions a minute of one device' },
  GRADFRAME_ADMIN_PASSKEYS: {
    standard: 'off',
    says: '`on`: admins sign in by passkey; until an admin has added one, nothing but the page for it is open'
  },
  GRADFRAME_METRICS_TOKEN: {
    standard: null,
    otherwise: 'no metrics',
    says: 'bearer token under which `/api/v1/metrics` answers Prometheus'
  }
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** Of other systems: a driver is on when all of its variables are set. */
export const systems = {
  GRADFRAME_PAYMENT_SANDBOX: '`on`: a way to pay that takes no money, for trials; not beside real ones',
  GRADFRAME_WECHAT_APPID: 'the app at WeChat, for payment, sign-in and messages',
  GRADFRAME_WECHAT_PAY_MERCHANT: 'WeChat Pay (API v3): the merchant’s number',
  GRADFRAME_WECHAT_PAY_SERIAL: 'WeChat Pay: serial number of the merchant’s certificate',
  GRADFRAME_WECHAT_PAY_KEY_FILE: 'WeChat Pay: PEM file of the merchant’s private key',
  GRADFRAME_WECHAT_PAY_PLATFORM_KEY_FILE: 'WeChat Pay: PEM file of the platform’s public key',
  GRADFRAME_WECHAT_PAY_PLATFORM_KEY_ID: 'WeChat Pay: its id',
  GRADFRAME_WECHAT_PAY_API_KEY: 'WeChat Pay: the key of API v3',
  GRADFRAME_ALIPAY_APPID: 'Alipay: the app',
  GRADFRAME_ALIPAY_KEY_FILE: 'Alipay: PEM file of the app’s private key',
  GRADFRAME_ALIPAY_PUBLIC_KEY_FILE: 'Alipay: PEM file of Alipay’s public key',
  GRADFRAME_VAPID_PUBLIC: 'Web Push: public key of `npx web-push generate-vapid-keys`',
  GRADFRAME_VAPID_PRIVATE: 'Web Push: its private key',
  GRADFRAME_VAPID_SUBJECT: 'Web Push: a `mailto:` address',
  GRADFRAME_SMTP: 'e-mail: `smtps://user:password@host`; `smtp://` must offer STARTTLS',
  GRADFRAME_MAIL_FROM: 'e-mail: the sender’s address',
  GRADFRAME_SMS_URL: 'text messages: a gateway (https); see `senders/sms.ts` for what it is sent',
  GRADFRAME_SMS_SECRET: 'text messages: what requests to it are signed with',
  GRADFRAME_OIDC_ISSUER: 'students sign in by OpenID Connect: the provider',
  GRADFRAME_OIDC_CLIENT: 'OpenID Connect: the client',
  GRADFRAME_OIDC_SECRET: 'OpenID Connect: its secret',
  GRADFRAME_OIDC_NUMBER:
    'OpenID Connect: the claim that is the student number, where one is; it proves the number',
  GRADFRAME_CAS: 'students sign in by CAS 3.0: its address',
  GRADFRAME_CAS_NUMBER:
    'CAS: what is the student number, `user` or an attribute’s name; it proves the number',
  GRADFRAME_STAFF_OIDC_ISSUER:
    'staff sign in by OpenID Connect too, called back at `/review/sign-in/sso/callback`: the provider',
  GRADFRAME_STAFF_OIDC_CLIENT: 'staff: the client',
  GRADFRAME_STAFF_OIDC_SECRET: 'staff: its secret',
  GRADFRAME_STAFF_OIDC_CLAIM:
    'staff: what is matched with an account’s `--identity`, `sub` (where it is not set) or a verified `email`',
  GRADFRAME_WECHAT_SECRET: 'sign-in inside WeChat: the app’s secret',
  GRADFRAME_WECHAT_TEMPLATE: 'WeChat: the subscription message'
} as const satisfies Record<string, string>;

/** What is set, by name; for the drivers of other systems. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env;

/** What a variable is set to, or its default. */
export const setting = <Name extends VariableName>(
  name: Name
): string | ((typeof variables)[Name]['standard'] extends string ? never : undefined) =>
  (process.env[name] ?? variables[name].standard ?? undefined) as string;
