import type { Translation } from '../../../message';
import type { fit as source } from '../../zh-CN/flow/fit';

export const fit: Translation<typeof source> = {
  'fit.title': '這台裝置目前無法製作照片',
  'fit.insecure':
    '本頁不是透過安全網址（https）開啟的，瀏覽器因此不開放需要的功能。請用 https 開頭的網址重新開啟。',
  'fit.lockdown':
    '這個瀏覽器關閉了 WebAssembly，檢查元件無法執行。iPhone、iPad 的「封閉模式」會這樣：可以在瀏覽器的網站設定裡對本站關閉封閉模式，然後重新開啟本頁。',
  'fit.old': '這台裝置的系統或瀏覽器版本太舊，檢查元件無法執行。iPhone、iPad 需要 iOS 16.4 或更新的系統。',
  'fit.graphics':
    '瀏覽器沒有提供圖形功能（WebGL 2），檢查元件無法執行。電腦上請在瀏覽器設定裡開啟「硬體加速」，或更新顯示卡驅動程式。',
  'fit.ways': '可以這樣做',
  'fit.browser': '在微信等應用程式裡開啟的，請點右上角選單，選「在瀏覽器開啟」，用系統內建的瀏覽器',
  'fit.update': '更新系統和瀏覽器後再開啟',
  'fit.device': '換一台手機或電腦開啟本頁',
  'fit.kiosk': '到學校的自助拍照點拍，或請學校安排拍照',
  'fit.again': '再檢查一次'
};
