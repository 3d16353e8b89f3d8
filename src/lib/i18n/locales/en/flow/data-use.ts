import type { Translation } from '../../../message';
import type { dataUse as source } from '../../zh-CN/flow/data-use';

export const dataUse: Translation<typeof source> = {
  'use.title': 'Other systems that are used',
  'use.text': 'Only when you choose them; none of them ever gets the photo.',
  'use.payment.wechat': 'WeChat Pay: order number and amount; in a phone’s browser also the network address.',
  'use.payment.alipay': 'Alipay: order number and amount.',
  'use.message.push': 'Your browser’s push service: one encrypted message about the outcome.',
  'use.message.email': 'The mail service: your address and the outcome, with a masked name.',
  'use.message.sms': 'The text message service: your number and the outcome, with a masked name.',
  'use.message.wechat': 'WeChat’s subscription message: your openid and the outcome, with a masked name.',
  'use.signIn.oidc': 'Campus single sign-on: that you signed in to Gradframe.',
  'use.signIn.cas': 'Campus sign-on (CAS): that you signed in to Gradframe.',
  'use.signIn.wechat': 'WeChat: that you signed in to Gradframe.'
};
