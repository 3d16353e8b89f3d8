import { ConfigError } from '../../config-error';
import type { MessageSender } from '../sender';
import { mailSender } from './mail';
import { pushSender } from './push';
import { smsSender } from './sms';
import { weChatMessageSender } from './wechat';

type Settings = Readonly<Record<string, string | undefined>>;

export interface Senders {
  on: MessageSender[];
  /** Senders that are off, with the settings they want for being on. */
  off: { id: string; wants: string[] }[];
  /** The public key browsers subscribe with; null while push is off. */
  pushKey: string | null;
}

/** The senders that have all their settings. @throws ConfigError on settings that are there but wrong */
export function messageSenders(settings: Settings): Senders {
  const on: MessageSender[] = [];
  const off: Senders['off'] = [];
  const origin = settings.ORIGIN ?? 'http://localhost:3000';
  function add<Name extends string>(
    id: string,
    names: readonly Name[],
    make: (values: Record<Name, string>) => MessageSender
  ) {
    const wants = names.filter((name) => !settings[name]);
    if (wants.length) return void off.push({ id, wants });
    try {
      on.push(make(settings as Record<Name, string>));
    } catch (error) {
      throw new ConfigError(`${names.join(', ')}: ${(error as Error).message}`);
    }
  }
  add('push', ['GRADFRAME_VAPID_PUBLIC', 'GRADFRAME_VAPID_PRIVATE', 'GRADFRAME_VAPID_SUBJECT'], (values) =>
    pushSender({
      publicKey: values.GRADFRAME_VAPID_PUBLIC,
      privateKey: values.GRADFRAME_VAPID_PRIVATE,
      subject: values.GRADFRAME_VAPID_SUBJECT
    })
  );
  add('email', ['GRADFRAME_SMTP', 'GRADFRAME_MAIL_FROM'], (values) =>
    mailSender({ server: values.GRADFRAME_SMTP, from: values.GRADFRAME_MAIL_FROM, origin })
  );
  add('sms', ['GRADFRAME_SMS_URL', 'GRADFRAME_SMS_SECRET'], (values) =>
    smsSender({ url: values.GRADFRAME_SMS_URL, secret: values.GRADFRAME_SMS_SECRET })
  );
  add(
    'wechat',
    ['GRADFRAME_WECHAT_APPID', 'GRADFRAME_WECHAT_SECRET', 'GRADFRAME_WECHAT_TEMPLATE'],
    (values) =>
      weChatMessageSender({
        appId: values.GRADFRAME_WECHAT_APPID,
        secret: values.GRADFRAME_WECHAT_SECRET,
        template: values.GRADFRAME_WECHAT_TEMPLATE,
        origin
      })
  );
  const push = on.some(({ kind }) => kind === 'push');
  return { on, off, pushKey: push ? settings.GRADFRAME_VAPID_PUBLIC! : null };
}
