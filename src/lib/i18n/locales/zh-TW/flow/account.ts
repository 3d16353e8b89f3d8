import type { Translation } from '../../../message';
import type { account as source } from '../../zh-CN/flow/account';

export const account: Translation<typeof source> = {
  'account.title': '我的帳號',
  'account.link': '登入後也能在其他裝置查看',
  'account.what': '不登入也可以。登入後，可以在另一台裝置上查看審核結果。',
  'account.in': '已登入',
  'account.registrations': '已核實的學號',
  'account.none': '還沒有綁定提交的照片',
  'account.bind': '綁定這台裝置上的提交',
  'account.submissions': '我的提交',
  'account.ways': '登入方式',
  'account.by.oidc': '學校單一登入',
  'account.by.cas': '學校單一登入（CAS）',
  'account.by.wechat': '微信',
  'account.by.passkey': '通行密鑰',
  'account.whose': '這個瀏覽器已登入一個帳號（學號 {number}）。這是你的帳號嗎？',
  'account.whoseDevice': '這個瀏覽器已登入一個帳號。這是你的帳號嗎？',
  'account.join': '是，把這個登入方式加到這個帳號',
  'account.own': '不是，用我自己的帳號登入',
  'account.remove': '移除',
  'account.usePasskey': '用通行密鑰登入',
  'account.makePasskey': '建立通行密鑰',
  'account.out': '登出',
  'account.outAll': '在所有裝置登出',
  'signin.done': '登入成功',
  'signin.cancelled': '你取消了登入。照片和資料都還在，可以再試，也可以不登入。',
  'signin.failed': '登入沒有成功，請再試一次。照片和資料都還在，不登入也能繼續。',
  'signin.expired': '登入花的時間太長，或這個連結已經用過，請重新登入。',
  'signin.unreachable': '暫時連不上認證系統，請稍後再試。照片和資料都還在，不登入也能繼續。'
};
