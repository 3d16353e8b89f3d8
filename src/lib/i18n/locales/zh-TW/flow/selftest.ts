import type { Translation } from '../../../message';
import type { selftest as source } from '../../zh-CN/flow/selftest';

export const selftest: Translation<typeof source> = {
  'selftest.title': '檢查功能自我測試',
  'selftest.text':
    '在這台裝置上畫出答案已知的人像，逐項改變一個條件，看測得的曲線是否在容許範圍內。全部執行要幾分鐘，不用相機，也不上傳任何內容。',
  'selftest.all': '全部執行',
  'selftest.run': '執行：{title}',
  'selftest.running': '正在畫像並測量…',
  'selftest.within': '在容許範圍內。',
  'selftest.faults': '超出容許範圍：',
  'selftest.plot': '{title}：{name} 的測量曲線，綠色是真值和容許範圍',
  'selftest.clean': '沒有問題的人像',
  'selftest.trouble': '自我測試中斷了，請重新整理頁面再試。',

  'selftest.sweep.yaw': '頭左右轉',
  'selftest.sweep.pitch': '抬頭低頭',
  'selftest.sweep.roll': '頭歪',
  'selftest.sweep.mouth': '嘴巴張開',
  'selftest.sweep.eyes': '眼睛閉上',
  'selftest.sweep.side-light': '光從畫面左邊到右邊',
  'selftest.sweep.top-light': '光從頭頂來',
  'selftest.sweep.back-light': '光從背後來',
  'selftest.sweep.glasses': '眼鏡：無、無色、有色、反光',
  'selftest.sweep.fringe': '瀏海',
  'selftest.sweep.exposure': '曝光',
  'selftest.sweep.blur': '模糊',
  'selftest.sweep.wall': '牆面紋理',
  'selftest.sweep.distance': '頭部大小',
  'selftest.sweep.height': '頭在畫面裡的高低'
};
