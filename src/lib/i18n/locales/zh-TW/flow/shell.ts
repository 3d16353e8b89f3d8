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
  'app.otherOrigin':
    '這個網址不是本單位設定的學照網址（{address}）。從這裡提交的照片會被拒絕，這不是你的問題。請改用上面的網址開啟，打不開就請告訴負責採集的老師。',
  'app.otherOriginOpen': '開啟正確的網址',
  'app.offlineHere':
    '目前沒有網路。這個瀏覽器不能離線使用：請不要關閉或重新整理頁面，連上網路後再繼續；想離線拍照，請用手機內建的瀏覽器開啟。',
  'app.preparing': '正在準備離線使用：{loaded}/{total} MB',
  'app.preparingTime': '正在準備離線使用：{loaded}/{total} MB，大約還要 {seconds} 秒',
  'app.toolsMissing': '檢查照片要用的檔案沒有全部存在這台裝置上，沒有網路就無法檢查照片。請連上網路後再試。',
  'app.noRoom': '這台裝置的儲存空間快滿了，請先清出一些空間再拍照。',
  'app.notKept': '這個瀏覽器暫時不能儲存進度，正在自動重試。在這則提示消失之前，請不要關閉或重新整理頁面。',
  'app.storageWaiting':
    '另一個分頁或視窗裡的學照占用著這台裝置上的儲存空間。請關閉其他學照頁面，這裡會自動繼續。',
  'app.storageGoOn': '不等了，先不儲存繼續',
  'app.storageNewer': '學照已在另一個分頁裡更新。請重新整理這一頁，已填寫的內容都還在。',
  'app.reload': '重新整理',
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
  'app.notFoundHint': '網址可能不完整，或者已經變了。已填寫的內容都還在，請從首頁繼續。',
  'app.failed': '頁面出錯了。已填寫的內容都還在，請重新開啟。',
  'app.missing.captive': '這一頁沒有下載成功：目前的網路要求先登入',
  'app.missing.none': '這一頁沒有下載成功：現在沒有網路',
  'app.missing.newer': '學照有了新版本，這一頁需要重新整理',
  'app.missing.file': '這一頁沒有下載成功',
  'app.missing.kept': '已填寫的內容都還在，重新開啟後可以繼續。',
  'app.home': '回到首頁'
};
