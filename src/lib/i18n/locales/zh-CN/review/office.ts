import type { Texts } from '../../../message';

/** Exports and the overview. */
export const office = {
  'problem.export.layout': '照片的存放方式不正确',
  'export.fresh': '只导出以前没有导出过的',
  'export.noneFresh': '没有新通过的照片。',
  'export.layout': '照片在 ZIP 里的位置',
  'export.layout.institution': '院校代码／学号',
  'export.layout.class': '院校代码／班级／学号',
  'export.layout.code': '活动代码／学号',
  'export.layout.own': '自定义…',
  'export.template': '路径模板',
  'export.templateHint': '可用 {names}，以 / 分文件夹。',
  'export.example': '例如',
  'export.sampleClass': '软件1班',
  'export.sampleName': '林晓',
  'export.fault.length': '请填写 1 到 200 个字符',
  'export.fault.unknown': '花括号里有不认识的名称',
  'export.fault.number': '文件名里要有学号 {field}',
  'export.fault.ending': '要以 .jpg 结尾',
  'export.fault.folders': '文件夹最多 4 层',
  'export.fault.letters': '有 Windows 不允许的字符或名称'
} satisfies Texts;
