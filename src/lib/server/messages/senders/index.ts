import { ConfiguredDrivers, type Off, type Settings } from '../../configured-drivers';
import type { MessageSender } from '../sender';
import { mailSender } from './mail';
import { pushSender } from './push';
import { smsSender } from './sms';
import { weChatMessageSender } from './wechat';

export interface Senders {
  on: MessageSender[];
  off: Off[];
  /** The public key browsers subscribe with; null while push is off. */
  pushKey: string | null;
}

/** The senders that have all their settings. @throws ConfigError on settings that are there but wrong */
export function messageSenders(settings: Settings): Senders {
  const senders = new ConfiguredDrivers<MessageSender>(settings);
  const origin = settings.ORIGIN ?? 'http://localhost:3000';
  senders.add(
    'push',
    ['GRADFRAME_VAPID_PUBLIC', 'GRADFRAME_VAPID_PRIVATE', 'GRADFRAME_VAPID_SUBJECT'],
    (values) =>
      pushSender({
        publicKey: values.GRADFRAME_VAPID_PUBLIC,
        privateKey: values.GRADFRAME_VAPID_PRIVATE,
        subject: values.GRADFRAME_VAPID_SUBJECT
      })
  );
  senders.add('email', ['GRADFRAME_SMTP', 'GRADFRAME_MAIL_FROM'], (values) =>
    mailSender({ server: values.GRADFRAME_SMTP, from: values.GRADFRAME_MAIL_FROM, origin })
  );
  senders.add('sms', ['GRADFRAME_SMS_URL', 'GRADFRAME_SMS_SECRET'], (values) =>
    smsSender({ url: values.GRADFRAME_SMS_URL, secret: values.GRADFRAME_SMS_SECRET })
  );
  senders.add(
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
  const { on, off } = senders;
  const push = on.some(({ kind }) => kind === 'push');
  return { on, off, pushKey: push ? settings.GRADFRAME_VAPID_PUBLIC! : null };
}
