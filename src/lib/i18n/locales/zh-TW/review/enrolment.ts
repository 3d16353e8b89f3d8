import type { Translation } from '../../../message';
import type { enrolment as source } from '../../zh-CN/review/enrolment';

export const enrolment: Translation<typeof source> = {
  'problem.enrolment.notListed': '名單裡沒有這個學號',
  'problem.enrolment.tooLarge': '入學照片太大（每張最多 1 MB、600 萬像素）',
  'problem.enrolment.unreadable': 'ZIP 檔案打不開：可能已損壞、被移動，或不是 ZIP',
  'problem.enrolment.empty': 'ZIP 裡沒有檔案',
  'problem.enrolment.tooMany': 'ZIP 裡超過 50,000 個檔案，請分成幾個',
  'enrolment.title': '入學照片',
  'enrolment.text':
    '選用。審核時顯示在新照片旁邊，供人眼比對是不是同一個人，不做人臉辨識。ZIP 裡每張 JPG 或 PNG 以學號命名（如 20201234.jpg），每張最多 1 MB。先看到會改動什麼，再匯入。',
  'enrolment.duty':
    '只用於本次審核。採集結束 30 天後自動刪除；學號被刪除時一併刪除。匯入和查看都會記入日誌。',
  'enrolment.there': '名單 {listed} 人，已有入學照片 {photos} 張',
  'enrolment.noList': '請先匯入學生名單：只收名單上學號的照片。',
  'enrolment.choose': '選擇 ZIP',
  'enrolment.reading': '正在讀取 ZIP（{done} / {all}）',
  'enrolment.sending': '正在匯入（{done} / {all}）',
  'enrolment.preview': '新增 {added}，取代 {replaced}，不變 {same}，不匯入 {left}',
  'enrolment.take': '匯入 {count} 張',
  'enrolment.nothing': '沒有要匯入的照片。',
  'enrolment.left': '沒有匯入的檔案（{count}）',
  'enrolment.taken': '已匯入 {count} 張。',
  'enrolment.stopped': '還有 {count} 張沒有匯入；已匯入的都在。可以繼續，也可以以後再選同一個 ZIP。',
  'enrolment.stop': '暫停',
  'enrolment.resume': '繼續匯入',
  'enrolment.remove': '刪除全部入學照片',
  'enrolment.removeSure': '刪除這個採集任務的 {count} 張入學照片？不能復原，會記入日誌。',
  'enrolment.why.number': '檔名裡沒有學號',
  'enrolment.why.notListed': '學號不在名單上',
  'enrolment.why.twice': '同一學號有兩張不同的照片，都不匯入',
  'enrolment.why.type': '不是 JPG 或 PNG 照片',
  'enrolment.why.bytes': '超過 1 MB',
  'enrolment.why.pixels': '超過 600 萬像素',
  'enrolment.why.corrupt': '照片已損壞',
  'enrolment.why.unopened': '在 ZIP 裡已損壞或有密碼',
  'enrolment.photo': '入學照片',
  'enrolment.photoOf': '此學號的入學照片',
  'enrolment.failed': '入學照片打不開',
  'log.enrolment.imported': '匯入入學照片',
  'log.enrolment.removed': '刪除全部入學照片',
  'log.enrolment.shown': '查看入學照片'
};
