import type { Translation } from '../../../message';
import type { office as source } from '../../zh-CN/review/office';

export const office: Translation<typeof source> = {
  'problem.export.layout': '照片的存放方式不正確',
  'export.fresh': '只匯出以前沒有匯出過的',
  'export.noneFresh': '沒有新通過的照片。',
  'export.layout': '照片在 ZIP 裡的位置',
  'export.layout.institution': '院校代碼／學號',
  'export.layout.class': '院校代碼／班級／學號',
  'export.layout.code': '活動代碼／學號',
  'export.layout.own': '自訂…',
  'export.template': '路徑範本',
  'export.templateHint': '可用 {names}，以 / 分資料夾。',
  'export.example': '例如',
  'export.sampleClass': '軟體1班',
  'export.sampleName': '林曉',
  'export.fault.length': '請填寫 1 到 200 個字元',
  'export.fault.unknown': '大括號裡有不認識的名稱',
  'export.fault.number': '檔名裡要有學號 {field}',
  'export.fault.ending': '要以 .jpg 結尾',
  'export.fault.folders': '資料夾最多 4 層',
  'export.fault.letters': '有 Windows 不允許的字元或名稱'
};
