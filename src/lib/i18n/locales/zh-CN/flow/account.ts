import type { Texts } from '../../../message';

/** Signing in: never needed, useful for coming back on another device. */
export const account = {
  'account.title': '我的账号',
  'account.link': '登录后也能在其他设备查看',
  'account.what': '登录不是必需的。登录后，可以在另一台设备上查看审核结果。',
  'account.in': '已登录',
  'account.registrations': '已核实的学号',
  'account.none': '还没有绑定提交的照片',
  'account.bind': '绑定这台设备上的提交',
  'account.submissions': '我的提交',
  'account.ways': '登录方式',
  'account.by.oidc': '学校统一身份认证',
  'account.by.cas': '学校统一身份认证（CAS）',
  'account.by.wechat': '微信',
  'account.by.passkey': '通行密钥',
  'account.whose': '这个浏览器已登录一个账号（学号 {number}）。这是你的账号吗？',
  'account.whoseDevice': '这个浏览器已登录一个账号。这是你的账号吗？',
  'account.join': '是，把这个登录方式加到这个账号',
  'account.own': '不是，用我自己的账号登录',
  'account.remove': '移除',
  'account.usePasskey': '用通行密钥登录',
  'account.makePasskey': '创建通行密钥',
  'account.out': '退出登录',
  'account.outAll': '在所有设备退出',
  'signin.done': '登录成功',
  'signin.cancelled': '你取消了登录。照片和信息都还在，可以再试，也可以不登录。',
  'signin.failed': '登录没有成功，请再试一次。照片和信息都还在，不登录也能继续。',
  'signin.expired': '登录用时太长，或这个链接已经用过，请重新登录。',
  'signin.unreachable': '暂时连不上认证系统，请稍后再试。照片和信息都还在，不登录也能继续。'
} satisfies Texts;
