import type { Translation } from '../../../message';
import type { consent as source } from '../../zh-CN/flow/consent';

export const consent: Translation<typeof source> = {
  'notice.title': '你的照片和資料會怎麼處理',
  'notice.1': '人臉偵測、裁切、換背景都在這台裝置上完成，影片和原圖不會上傳。',
  'notice.2': '你確認後，只提交成品照片、姓名、學號和品質數值。',
  'notice.3': '審核開始前可以隨時撤回；之後要刪除，請聯絡學校。',
  'notice.more': '{institution}的補充說明',
  'notice.full': '完整說明',
  'notice.full1':
    '用途只有一個：學歷證書電子註冊的畢業照片。人臉資訊和證件資訊屬於敏感個人資訊。依照大陸的《個人信息保護法》和《人臉識別技術應用安全管理辦法》，處理這些資訊需要你的單獨同意。本產品不辨識身分，只測量照片是否符合「教畢指[2017]99號」規範：頭部位置、姿勢、光線、清晰度和背景。',
  'notice.full2':
    '檢查用的特徵點和測量值只在記憶體裡，關閉頁面就會消失；隨照片提交的只有每條規則的數值和結論。成品照片不含拍攝時間、地點等附加資訊。',
  'notice.kept': '採集單位審核後用於學籍註冊，不會用於其他目的；提交後最多保存 {days} 天，到期自動刪除。',
  'notice.keptUnknown':
    '採集單位審核後用於學籍註冊，不會用於其他目的；保存天數由採集任務規定，到期自動刪除，連上網路後在這裡顯示。',
  'notice.full3':
    '你可以隨時在「我的同意和資料」裡匯出、刪除這台裝置上的資料，撤回還沒有審核的提交。拒絕不影響你註冊學歷：可以到學校指定的採集點或照相館，由工作人員拍攝。撤回同意不影響撤回之前已經完成的處理。',
  'notice.consentTitle': '請分別確認',
  'consent.sensitive': '我同意處理我的敏感個人資訊（姓名、學號、採集碼），用於核對身分和學籍註冊。',
  'consent.face': '我同意在這台裝置上處理我的人臉影像，並提交成品照片供人工審核。',
  'notice.guardian': '未滿 14 歲：請由父母或其他監護人閱讀並勾選。',
  'notice.tickAll': '請先勾選這兩項；不同意也可以，請看下方。',
  'notice.agree': '同意並繼續',
  'notice.decline': '不同意',
  'notice.declined':
    '好的，沒有儲存任何資料。你可以到學校的採集點或指定的照相館拍攝，地點和時間請向學院或學籍部門詢問。',

  'mine.title': '我的同意和資料',
  'mine.link': '我的同意和資料',
  'mine.receipt': '同意回執',
  'mine.none': '這台裝置上沒有你的同意紀錄，也沒有資料。',
  'mine.version': '告知版本',
  'mine.at': '同意時間',
  'mine.items': '同意事項',
  'mine.saveReceipt': '儲存回執',
  'mine.data': '這台裝置上的資料',
  'mine.dataText': '匯出的檔案包含你填寫的資料、檢查數值和成品照片。',
  'mine.export': '匯出我的資料',
  'mine.withdraw': '撤回同意並刪除',
  'mine.withdrawSure': '這台裝置上的資料和照片會全部刪除，無法復原。確定嗎？',
  'mine.withdrawSent': '照片已在審核，會留在學校。要求學校刪除，請聯絡：{contact}',
  'mine.withdrawReceived': '已提交的照片還沒有審核，會先撤回，學校不再審核它。',
  'mine.withdrawOffline': '現在連不上伺服器，提交的照片還沒有撤回，這裡什麼也沒有刪除。請連上網路後再試。',
  'mine.school': '學校學籍部門',
  'mine.withdrawWaiting': '等待傳送的照片也會一起刪除，不再提交。',
  'mine.withdrawYes': '撤回並刪除',
  'mine.gone': '已撤回同意，資料已刪除。'
};
