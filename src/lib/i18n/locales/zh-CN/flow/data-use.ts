import type { Texts } from '../../../message';

/** What each other system learns, where this server is set up to use it. */
export const dataUse = {
  'use.title': '会用到的其他系统',
  'use.text': '只在你选择使用时才会用到，照片不会给他们。',
  'use.payment.wechat': '微信支付：订单号、金额，H5 支付时还有网络地址。',
  'use.payment.alipay': '支付宝：订单号、金额。',
  'use.message.push': '浏览器的推送服务：一条加密的审核结果通知。',
  'use.message.email': '邮件服务：邮箱地址、隐去名字的审核结果。',
  'use.message.sms': '短信服务：手机号、隐去名字的审核结果。',
  'use.message.wechat': '微信订阅消息：微信 openid、隐去名字的审核结果。',
  'use.signIn.oidc': '学校统一身份认证：你登录了学照。',
  'use.signIn.cas': '学校统一身份认证（CAS）：你登录了学照。',
  'use.signIn.wechat': '微信登录：你登录了学照。'
} satisfies Texts;
