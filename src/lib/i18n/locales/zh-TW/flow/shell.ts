import type { Translation } from '../../../message';
import type { shell as source } from '../../zh-CN/flow/shell';

export const shell: Translation<typeof source> = {
  'app.name': '學照',
  'app.tagline': '畢業證書照片，自己拍',
  'app.skip': '跳到主要內容',
  'app.language': '語言',
  'app.languageFailed': '這個語言沒有載入成功，請連上網路、重新整理頁面後再選。',
  'app.captive':
    '目前的網路要求先登入（如校園網路、飯店 Wi-Fi 的登入頁）。請先登入，或換一個網路；登入後會自動繼續，已填寫的內容都還在。',
  'app.captiveOpen': '開啟登入頁',
  'app.offline': '目前沒有網路。可以繼續拍照，連上網路後會自動提交。',
  'app.preparing': '正在準備離線使用：{loaded}/{total} MB',
  'app.preparingTime': '正在準備離線使用：{loaded}/{total} MB，大約還要 {seconds} 秒',
  'app.toolsMissing': '檢查照片要用的檔案沒有全部存在這台裝置上，沒有網路就無法檢查照片。請連上網路後再試。',
  'app.noRoom': '這台裝置的儲存空間快滿了，請先清出一些空間再拍照。',
  'app.notKept': '這個瀏覽器不能儲存進度，請不要關閉或重新整理頁面。',
  'app.shared': '已收到分享來的圖片，到了用得上的步驟會自動使用。',
  'app.loading': '正在開啟…',
  'app.back': '返回',
  'app.retry': '重試',
  'app.cancel': '取消',
  'app.errors': '有誤（{count}）：{title}',
  'app.progress': '第 {step} 步，共 {count} 步',
  'step.home': '首頁',
  'step.notice': '告知與同意',
  'step.register': '採集碼',
  'step.confirm': '核對資料',
  'step.instructions': '拍照說明',
  'step.capture': '拍攝',
  'step.check': '品質檢查',
  'step.submit': '確認提交',
  'step.status': '提交狀態',
  'app.notFound': '沒有這個頁面',
  'app.failed': '頁面出錯了。已填寫的內容都還在，請重新開啟。',
  'app.home': '回到首頁'
};
