import type { Translation } from './../../message';
import type { errors as source } from './../zh-CN/errors';

export const errors: Translation<typeof source> = {
  'error.file.empty': '這個檔案是空的，請重新選擇一張照片。',
  'error.file.type': '無法辨識這個檔案，請選擇 JPG 格式的照片。',
  'error.file.heic':
    '這是 iPhone 的 HEIC 格式照片，目前的瀏覽器打不開。請在 iPhone 上用 Safari 開啟本頁再選擇，或在「設定 → 相機 → 格式」裡選「最相容」後重新拍攝。',
  'error.file.animated': '不能使用動態圖片，請選擇一張 JPG 照片。',
  'error.file.truncated': '這張照片沒有下載完整，請重新儲存後再選擇。',
  'error.file.cmyk': '這張照片是印刷用的 CMYK 顏色，請另存為一般的 JPG（RGB）後再選擇。',
  'error.file.corrupt': '這張照片已損壞，打不開，請換一張。',
  'error.image.tooLarge':
    '照片尺寸太大，請縮小到 6700 萬像素以內（例如 8000 × 8000），每邊不超過 32767 像素。',
  'error.image.tooSmall': '照片尺寸太小，請換一張更清晰的。',
  'error.encode.window': '照片無法壓縮到規定的大小，請換一張或重新拍攝。',
  'error.model.load': '檢查元件沒有載入成功，請確認網路後重試。已填寫的內容都還在。',
  'error.file.damaged':
    '下載到的檢測元件不完整或被網路替換了，請重試；還不行就換一個網路。已填寫的內容都還在。',
  'error.network.captive':
    '目前的網路要求先登入，檢測元件沒有下載成功。請先登入網路再重試。已填寫的內容都還在。',
  'error.model.memory':
    '手機或電腦的記憶體不足，檢查元件無法啟動。請關閉其他應用程式和網頁後重試。已填寫的內容都還在。',
  'error.browser.unfit':
    '這個瀏覽器缺少檢查元件需要的功能。請把系統和瀏覽器更新到最新版，或用系統內建的瀏覽器、其他裝置開啟本頁。已填寫的內容都還在。',
  'error.graphics.lost': '瀏覽器收回了圖形資源（例如頁面曾在背景執行）。請重試，已填寫的內容都還在。',
  'error.worker.dead': '檢查元件意外停止，請重試。已填寫的內容都還在。',
  'error.core.bug': '我們的程式出了問題，你的照片沒有問題。請再試一次，已填寫的內容都還在。',
  'error.aborted': '已取消。',

  'problem.request.malformed': '請求不完整',
  'problem.request.tooLarge': '內容太大',
  'problem.request.tooMany': '請求太多，稍後會自動重試',
  'problem.request.slow': '網路太慢，稍後會自動重試',
  'problem.request.unknown': '沒有這個網址',
  'problem.request.method': '請求方式不對',
  'problem.request.unauthorised': '沒有查看權限',
  'problem.registration.invalid': '姓名或學號不正確',
  'problem.registration.mismatch': '填寫的學號和採集碼裡的不一致',
  'problem.registration.institution': '這次採集不收這所學校的學生',
  'problem.registration.fields': '採集任務要求填寫的項目沒有填完',
  'problem.consent.missing': '還沒有同意現在的告知，請重新閱讀並勾選',
  'problem.code.unreadable': '採集碼無法解讀',
  'problem.code.noResolver': '本單位不解讀加密採集碼',
  'problem.report.invalid': '檢查數據不完整',
  'problem.photo.missing': '缺少照片',
  'problem.photo.type': '照片不是 JPEG 格式',
  'problem.photo.corrupt': '照片檔案已損壞',
  'problem.photo.size': '照片尺寸不是 {width}×{height}',
  'problem.photo.density': '照片解析度不是 {density} dpi',
  'problem.photo.progressive': '照片不是基線（baseline）JPEG',
  'problem.photo.colour': '照片色彩格式不對',
  'problem.photo.metadata': '照片帶有附加資訊',
  'problem.photo.background': '照片邊緣不是規定的純色背景',
  'problem.photo.bytes': '照片檔案大小不符',
  'problem.submission.conflict': '這個編號已用於另一份提交',
  'problem.submission.unknown': '沒有找到這份提交',
  'problem.submission.tooLate': '審核已經開始，不能再撤回',
  'problem.submission.noRetake': '這份提交沒有可用的重拍機會',
  'problem.submission.retakeLate': '重拍的期限已過，請聯絡學校。',
  'problem.submission.tooMany': '今天提交的次數太多，請明天再試',
  'problem.campaign.unknown': '沒有這個採集任務',
  'problem.campaign.closed': '採集任務還沒有開始或已經結束',
  'problem.way.off': '本次採集不接受這種方式拍攝的照片。請從首頁選擇其他方式。',
  'problem.way.late': '照片不是剛剛拍攝的。請現在重新拍攝。',
  'problem.server.unavailable': '伺服器暫時無法使用，請稍後再試',

  'problem.unreachable': '連不上伺服器，請確認網路後重試',
  'problem.timeout': '網路太慢，伺服器沒有及時回應，請稍後重試',
  'problem.captive': '目前的網路要先登入：請開啟任一網頁完成登入，再回來重試',

  'problem.payment.required': '費用還沒有支付',
  'problem.payment.unknown': '沒有找到這筆訂單',
  'problem.payment.way': '這種付款方式暫時無法使用',
  'problem.payment.voucher': '兌換碼不正確，或已經用過',
  'problem.payment.unavailable': '支付平台沒有回應，沒有扣款，請稍後再試或換一種方式',

  'problem.account.signIn': '請先登入',
  'problem.account.again': '要更改登入方式，請先重新登入一次',
  'problem.account.passkey': '通行密鑰沒有成功，請再試一次，或換一種方式',

  'problem.kiosk.key': '伺服器暫時沒有對應的金鑰，稍後會自動重試',
  'problem.kiosk.foreign': '開通碼不是這個採集系統簽發的，不要使用',
  'problem.kiosk.used': '開通碼已過期或已用於另一台設備，請重新產生',
  'problem.message.off': '這種通知方式暫時無法使用',
  'problem.message.ended': '連結已失效或已用過',
  'problem.message.tooMany': '今天不能再新增接收通知的方式',
  'problem.message.address': '通知地址不能使用'
};
