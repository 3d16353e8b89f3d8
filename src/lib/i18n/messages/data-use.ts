import type { Messages } from '../message';

/** What each other system learns, where this server is set up to use it. */
export const dataUse = {
  'use.title': { 'zh-CN': '会用到的其他系统', en: 'Other systems that are used' },
  'use.text': {
    'zh-CN': '只在你选择使用时才会用到，照片不会给他们。',
    en: 'Only when you choose them; none of them ever gets the photo.'
  },
  'use.payment.wechat': {
    'zh-CN': '微信支付：订单号、金额，H5 支付时还有网络地址。',
    en: 'WeChat Pay: order number and amount; in a phone’s browser also the network address.'
  },
  'use.payment.alipay': { 'zh-CN': '支付宝：订单号、金额。', en: 'Alipay: order number and amount.' },
  'use.message.push': {
    'zh-CN': '浏览器的推送服务：一条加密的审核结果通知。',
    en: 'Your browser’s push service: one encrypted message about the outcome.'
  },
  'use.message.email': {
    'zh-CN': '邮件服务：邮箱地址、隐去名字的审核结果。',
    en: 'The mail service: your address and the outcome, with a masked name.'
  },
  'use.message.sms': {
    'zh-CN': '短信服务：手机号、隐去名字的审核结果。',
    en: 'The text message service: your number and the outcome, with a masked name.'
  },
  'use.message.wechat': {
    'zh-CN': '微信订阅消息：微信 openid、隐去名字的审核结果。',
    en: 'WeChat’s subscription message: your openid and the outcome, with a masked name.'
  },
  'use.signIn.oidc': {
    'zh-CN': '学校统一身份认证：你登录了学照。',
    en: 'Campus single sign-on: that you signed in to Gradframe.'
  },
  'use.signIn.cas': {
    'zh-CN': '学校统一身份认证（CAS）：你登录了学照。',
    en: 'Campus sign-on (CAS): that you signed in to Gradframe.'
  },
  'use.signIn.wechat': { 'zh-CN': '微信登录：你登录了学照。', en: 'WeChat: that you signed in to Gradframe.' }
} as const satisfies Messages;
