import type { Texts } from '../../../message';

/** One’s own passkeys at the console. */
export const passkeys = {
  'review.account': '我的登录方式',
  'passkey.use': '用通行密钥登录',
  'passkey.lead': '通行密钥保存在手机、电脑或安全密钥里，用指纹、面容或 PIN 确认。它不会被钓鱼网站骗走。',
  'passkey.needAdd': '本单位要求管理员使用通行密钥。请先添加一个，之后才能打开其他页面。',
  'passkey.needUse': '本单位要求管理员用通行密钥登录。',
  'passkey.without': '这个浏览器不支持通行密钥，请换一个浏览器或设备。',
  'passkey.yours': '已有的通行密钥',
  'passkey.none': '还没有通行密钥。',
  'passkey.label': '名称',
  'passkey.labelHint': '便于辨认，例如“办公室电脑”',
  'passkey.add': '添加通行密钥',
  'passkey.added': '已添加通行密钥。',
  'passkey.made': '添加于 {date}',
  'passkey.used': '上次使用 {date}',
  'passkey.unused': '还没有用过',
  'passkey.rename': '改名',
  'passkey.remove': '移除',
  'passkey.removeSure': '移除“{label}”？其他设备上的登录会全部退出。',
  'passkey.again': '重新登录',
  'log.passkey.added': '添加通行密钥',
  'log.passkey.renamed': '通行密钥改名',
  'log.passkey.removed': '移除通行密钥'
} satisfies Texts;
