import type { Translation } from '../../../message';
import type { campaign as source } from '../../zh-CN/flow/campaign';

export const campaign: Translation<typeof source> = {
  'campaign.title': '輸入活動代碼',
  'campaign.lead': '活動代碼（也叫特征码）是學校通知裡的一串字元。沒有的話，直接用採集碼就可以。',
  'campaign.code': '活動代碼',
  'campaign.codeWrong': '活動代碼是 2 到 32 位字母、數字或連字號',
  'campaign.find': '尋找',
  'campaign.finding': '正在尋找…',
  'campaign.unknown': '沒有這個活動代碼，請核對後再試。',
  'campaign.unreachable': '現在連不上伺服器，連上網路後再試。',
  'campaign.found': '是這個嗎？',
  'campaign.institution': '學校',
  'campaign.time': '時間',
  'campaign.from': '{from} 起',
  'campaign.until': '至 {until} 止',
  'campaign.span': '{from} – {until}',
  'campaign.notOpen': '現在不在採集期間，提交的照片不會被接受。',
  'campaign.join': '進入採集',
  'campaign.other': '換一個活動代碼',
  'campaign.handedIn': '你已經提交了一份照片。請先完成它，再換採集任務。',
  'campaign.optional': '{field}（選填）',
  'campaign.fieldMissing': '請填寫這一項',

  'deadline.until': '截至 {date}',
  'deadline.days': { other: '還剩 {count} 天' },
  'deadline.hours': { other: '還剩 {count} 小時' },
  'deadline.minutes': { other: '還剩 {count} 分鐘' },

  'contact.title': '聯絡我們',
  'contact.phone': '電話',
  'contact.qq': 'QQ',
  'contact.hours': '服務時間'
};
