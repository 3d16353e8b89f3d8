import type { Translation } from '../../../message';
import type { codes as source } from '../../zh-CN/flow/codes';

export const codes: Translation<typeof source> = {
  'code.trouble.none': '圖片裡沒有找到影像採集碼，請選擇完整的採集碼圖片。',
  'code.trouble.tooSmall': '採集碼太小，看不清楚。請靠近一些，或上傳從學信網儲存的原圖。',
  'code.trouble.blurred': '採集碼模糊，請對焦後再拍，或上傳原圖。',
  'code.trouble.glare': '採集碼上有反光，請換個角度，或調低螢幕亮度。',
  'code.trouble.cutOff': '採集碼沒有拍完整，請讓整個碼連同白邊都在畫面裡。',
  'code.trouble.unreadable': '找到了 QR 碼，但讀不出來。請正對著重拍，或上傳原圖。',
  'code.foreign': '這個 QR 碼不是影像採集碼，請到學信網「学籍信息」頁面儲存影像採集碼（图像采集码）。',
  'code.opaque': '採集碼已加密，資料會在提交後核對。',
  'code.studentNumber.blank': '採集碼裡沒有學號，請到學校學籍部門補齊後重新下載採集碼。',
  'code.studentNumber.zero': '採集碼裡的學號是 0，請到學校學籍部門更正後重新下載採集碼。',
  'code.several': '圖片裡有不止一個圖像採集碼。你的是哪一個？',
  'code.encrypted': '加密的採集碼（從上數第 {place} 個）',
  'code.studentNumber.inexact':
    '採集碼裡的學號被寫成了 1e10 這樣的數字，已經不完整，請到學校學籍部門核對後重新下載採集碼。',
  'code.studentNumber.odd': '採集碼裡的學號異常，請到學校學籍部門核對後重新下載採集碼。',
  'code.name.blank': '採集碼裡沒有姓名，請在下面填寫。',
  'code.name.odd': '採集碼裡的姓名讀不出來，請在下面填寫。',
  'code.institutionCode.odd': '採集碼裡的學校代碼異常，請到學校學籍部門核對後重新下載採集碼。',
  'code.institution.other': '這是其他學校的採集碼，請確認是否選錯了圖片。',
  'code.institution.mismatch': '學校名稱與學校代碼不一致，請到學校學籍部門更新學信網資料後重新下載採集碼。',
  'code.submitted':
    '這個採集碼已經提交過照片。如果不是你提交的，或需要重拍，可以繼續；以審核老師的結論為準。',
  'code.otherInstitution':
    '這個採集碼屬於 {code}，而目前的採集任務是 {campaign} 的。請換用自己學校的活動代碼；如果學校資料不對，請學籍部門更新後重新下載採集碼。'
};
