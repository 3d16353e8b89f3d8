import type { Translation } from '../../../message';
import type { cutOut as source } from '../../zh-CN/flow/cut-out';

export const cutOut: Translation<typeof source> = {
  'check.cut.ask': '邊緣不乾淨？',
  'check.cut.advised': '這個背景比較難去背，換一種方法可能更好。建議再做一次，比較後選一張。',
  'check.cut.unfit': '想換一種方法重新去背，需要記憶體更大的裝置（至少 4 GB）。',
  'check.cut.explain':
    '用另一種更精細的方法，把同一張照片重新去背。完成後兩張並排，由你來選；不計入製作次數。',
  'check.cut.bytes': '需要下載 {size} MB',
  'check.cut.noBytes': '不必下載',
  'check.cut.seconds': { other: '在這台裝置上大約需要 {count} 秒' },
  'check.cut.metered': '現在使用的是行動網路或節省數據模式，下載會消耗流量。',
  'check.cut.begin': '開始',
  'check.cut.download': '正在下載去背元件…',
  'check.cut.downloadBytes': '正在下載去背元件：{loaded} MB，共 {total} MB',
  'check.cut.kept': '原來的照片還在，可以照常使用。',
  'check.cut.choose': '選一張邊緣較乾淨的',
  'check.cut.fast': '一般去背',
  'check.cut.fine': '精細去背',
  'check.cut.zoom': '放大',
  'check.cut.fails': '這張沒有通過檢查'
};
