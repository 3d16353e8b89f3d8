import type { Translation } from '../../../message';
import type { camera as source } from '../../zh-CN/flow/camera';

export const camera: Translation<typeof source> = {
  'camera.denied':
    '沒有相機權限。請在瀏覽器網址列或系統設定裡允許使用相機，再點「重試」。如果是在其他應用程式裡開啟的，要允許的是那個應用程式，也可以點右上角選單，選擇「在瀏覽器開啟」。',
  'camera.dismissed': '還沒有允許使用相機。請點「重試」，在跳出的視窗裡選「允許」。',
  'camera.missing': '這台裝置沒有找到相機。請換一台裝置，或用下面的方法。',
  'camera.busy': '相機正被其他程式使用。請關閉它們（例如視訊會議軟體），再點「重試」。',
  'camera.insecure': '這個網址不安全，瀏覽器不允許使用相機。請用 https 開頭的網址開啟，或用下面的方法。',
  'camera.unsupported':
    '這個瀏覽器不提供相機。請用下面的方法；如果是在其他應用程式裡開啟的，也可以點右上角選單，選擇「在瀏覽器開啟」。',
  'camera.standalone': '從主畫面開啟時，這台裝置的系統不提供相機。請用 Safari 開啟本頁，或用下面的方法。',
  'camera.overconstrained': '這個相機打不開了。請點「重試」，會換回預設的相機。',
  'camera.ended': '相機停止運作。請點「重試」重新開啟。',
  'camera.paused': '相機畫面被系統暫停了。結束通話或關閉其他相機程式後會自動恢復。',
  'camera.frozen': '相機畫面停住了，正在重新開啟。畫面不動時不會拍照。',
  'camera.slow': '相機還沒有畫面。如果瀏覽器在詢問是否允許使用相機，請選「允許」；沒有詢問就點「重新開啟」。',
  'camera.reopen': '重新開啟相機',
  'camera.touch': '點一下，開始顯示畫面',
  'camera.lens': '相機',
  'camera.lensNumber': '相機 {number}',
  'camera.coarse': '這個相機解析度偏低，照片可能不夠清晰。可以的話請換手機拍攝，或上傳照片。',
  'camera.zoom': '放大',
  'camera.codeFound': '讀到採集碼了',
  'camera.code.none': '把採集碼放進框裡',
  'camera.code.tooSmall': '靠近一點',
  'camera.code.blurred': '拿穩，等它變清楚',
  'camera.code.glare': '有反光，換個角度',
  'camera.code.cutOff': '把整個碼放進框裡',
  'camera.code.unreadable': '正對著碼，再靠近一點',
  'camera.failed': '相機打不開。請點「重試」；還是不行就重新啟動瀏覽器，或用下面的方法。',
  'camera.own': '用手機內建的相機拍',
  'camera.ownCode': '用手機內建的相機拍採集碼'
};
