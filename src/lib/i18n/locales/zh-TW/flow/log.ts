import type { Translation } from '../../../message';
import type { log as source } from '../../zh-CN/flow/log';

export const log: Translation<typeof source> = {
  'log.title': '技術紀錄（供客服排查問題）',
  'log.text': '記錄這個頁面的程式做了什麼、花了多久、哪裡出錯。不含姓名、學號和照片，也不會自動傳送。',
  'log.print': '同時顯示在瀏覽器主控台',
  'log.lines': '共 {count} 筆，最近的在最後',
  'log.copy': '複製技術紀錄',
  'log.copied': '已複製，可以貼上傳給客服。',
  'log.byHand': '瀏覽器不允許自動複製，請全選下面的文字後複製。',
  'log.clear': '清空',
  'log.id': '錯誤編號：{id}'
};
