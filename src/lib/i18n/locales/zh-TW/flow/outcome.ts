import type { Translation } from '../../../message';
import type { outcome as source } from '../../zh-CN/flow/outcome';

export const outcome: Translation<typeof source> = {
  'outcome.approved.title': '審核通過',
  'outcome.approved.body': '{name}：畢業照片審核通過，採集完成。',
  'outcome.rejected.title': '審核未通過',
  'outcome.rejected.body': '{name}：畢業照片審核未通過，請開啟學照查看原因，免費重拍。',
  'outcome.confirm.title': '確認接收審核結果',
  'outcome.confirm.body':
    '有人填寫了這個地址，用來接收畢業照片的審核結果。是你本人，請開啟連結確認：{url} 不是你，不用理會。',
  'outcome.remind.title': '還沒有提交畢業照片',
  'outcome.remind.body': '{name}：畢業照片還沒有提交成功，請打開學照，重新拍攝並提交。',
  'outcome.remind.bodyUntil': '{name}：畢業照片還沒有提交成功，截止 {until}，請打開學照，重新拍攝並提交。',
  'outcome.mail.open': '查看狀態：{url}',
  'outcome.mail.stop': '不想再收到通知：{url}',

  'notify.title': '審核結果通知（可不選）',
  'notify.text': '只傳送一次，傳送後即刪除聯絡方式。不選也可以隨時在狀態頁查看。',
  'notify.push': '在這台裝置上通知我',
  'notify.pushDenied': '瀏覽器沒有允許通知。不影響提交，可以在狀態頁查看結果。',
  'notify.remind': '還沒有成功提交時，截止前也提醒我（聯絡方式保留到採集結束或照片通過）',
  'notify.email': '電子郵件',
  'notify.emailHint': '確認後傳送一次結果，連結會先寄到這個信箱',
  'notify.emailWrong': '電子郵件地址不正確，可留空',
  'notify.set': '有結果時會通知你',
  'notify.failed': '通知沒有設定成功，不影響提交，請在狀態頁查看結果。',

  'hear.title': '接收審核結果',
  'hear.text': '畢業照片的審核結果會發到你收到這個連結的地址，只發一次；選了截止前提醒的，也會收到提醒。',
  'hear.do': '確認接收',
  'hear.done': '已確認。有結果時會通知你。',

  'unsubscribe.title': '取消通知',
  'unsubscribe.text': '取消後不再傳送審核結果通知，並刪除你的聯絡方式。狀態頁仍可查看結果。',
  'unsubscribe.do': '確認取消',
  'unsubscribe.done': '已取消，聯絡方式已刪除。'
};
