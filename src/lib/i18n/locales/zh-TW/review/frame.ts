import type { Translation } from '../../../message';
import type { frame as source } from '../../zh-CN/review/frame';

export const frame: Translation<typeof source> = {
  'review.title': '學照審核台',
  'review.places': '審核台頁面',
  'review.queue': '審核清單',
  'review.signIn': '登入',
  'review.signingIn': '正在登入…',
  'review.signOut': '登出（{name}）',
  'review.name': '使用者名稱',
  'review.password': '密碼',
  'review.expired': '登入已逾時，請重新登入。已做的審核都已儲存。',
  'review.noAccount': '還沒有審核帳號。請在伺服器上建立第一個：',

  'problem.staff.signIn': '請先登入',
  'problem.staff.forbidden': '沒有權限',
  'problem.staff.forged': '請求不是從本頁面發出的，請重新整理後再試',
  'problem.staff.wrong': '使用者名稱或密碼不正確',
  'problem.staff.tooMany': '嘗試次數過多，請 15 分鐘後再試',
  'problem.staff.name': '使用者名稱應為 2–64 個字母、數字或 . _ @ -',
  'problem.staff.nameTaken': '使用者名稱已被使用',
  'problem.staff.password': '密碼應為 12–256 個字元',
  'problem.staff.common': '這個密碼太常見，請換一個',
  'problem.staff.expired': '一次性密碼已過期，請向管理員再要一個',
  'problem.staff.change': '這是一次性密碼，請設定自己的密碼',
  'problem.staff.lastAdmin': '至少要保留一位可用的管理員',
  'problem.staff.unknown': '沒有這個帳號',
  'problem.review.taken': '這張照片正由他人審核，或已有結果',
  'problem.review.second': '同一學號已有另一張照片通過審核，這張現由管理員處理',
  'problem.review.tooLate': '已超過復原時間',
  'problem.kiosk.fee': '採集任務要收費，自助拍照機不能收費',
  'problem.list.unreadable': '名單無法讀取，請用 CSV、TXT 或 Excel（XLSX）檔案',
  'problem.list.columns': '沒有找到「學號」「姓名」兩欄，請檢查欄名',
  'problem.list.tooLong': '名單超過 20 萬列，請分開匯入',
  'problem.list.empty': '沒有可以匯入的列，現有名單不變'
};
