import type { Translation } from '../../../message';
import type { passkeys as source } from '../../zh-CN/review/passkeys';

export const passkeys: Translation<typeof source> = {
  'review.account': '我的登入方式',
  'passkey.use': '用通行密鑰登入',
  'passkey.lead': '通行密鑰儲存在手機、電腦或安全金鑰裡，用指紋、臉部或 PIN 確認。它不會被釣魚網站騙走。',
  'passkey.needAdd': '本單位要求管理員使用通行密鑰。請先新增一個，之後才能開啟其他頁面。',
  'passkey.needUse': '本單位要求管理員用通行密鑰登入。',
  'passkey.without': '這個瀏覽器不支援通行密鑰，請換一個瀏覽器或裝置。',
  'passkey.yours': '已有的通行密鑰',
  'passkey.none': '還沒有通行密鑰。',
  'passkey.label': '名稱',
  'passkey.labelHint': '便於辨認，例如「辦公室電腦」',
  'passkey.add': '新增通行密鑰',
  'passkey.added': '已新增通行密鑰。',
  'passkey.made': '新增於 {date}',
  'passkey.used': '上次使用 {date}',
  'passkey.unused': '還沒有用過',
  'passkey.rename': '改名',
  'passkey.remove': '移除',
  'passkey.removeSure': '移除「{label}」？其他裝置上的登入會全部登出。',
  'passkey.again': '重新登入',
  'log.passkey.added': '新增通行密鑰',
  'log.passkey.renamed': '通行密鑰改名',
  'log.passkey.removed': '移除通行密鑰'
};
