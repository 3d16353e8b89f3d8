import type { Texts } from '../../../message';

/** Enrolment photos, for the reviewer’s eye. */
export const enrolment = {
  'problem.enrolment.notListed': '名单里没有这个学号',
  'problem.enrolment.tooLarge': '入学照片太大（每张最多 1 MB、600 万像素）',
  'problem.enrolment.unreadable': 'ZIP 文件打不开：可能已损坏、被移动，或不是 ZIP',
  'problem.enrolment.empty': 'ZIP 里没有文件',
  'problem.enrolment.tooMany': 'ZIP 里超过 50,000 个文件，请分成几个',
  'enrolment.title': '入学照片',
  'enrolment.text':
    '可选。审核时显示在新照片旁边，供人眼比对是不是同一个人，不做人脸识别。ZIP 里每张 JPG 或 PNG 以学号命名（如 20201234.jpg），每张最多 1 MB。先看到会改动什么，再导入。',
  'enrolment.duty':
    '只用于本次审核。采集结束 30 天后自动删除；学号被删除时一并删除。导入和查看都会记入日志。',
  'enrolment.there': '名单 {listed} 人，已有入学照片 {photos} 张',
  'enrolment.noList': '请先导入学生名单：只收名单上学号的照片。',
  'enrolment.choose': '选择 ZIP',
  'enrolment.reading': '正在读取 ZIP（{done} / {all}）',
  'enrolment.sending': '正在导入（{done} / {all}）',
  'enrolment.preview': '新增 {added}，替换 {replaced}，不变 {same}，不导入 {left}',
  'enrolment.take': '导入 {count} 张',
  'enrolment.nothing': '没有要导入的照片。',
  'enrolment.left': '没有导入的文件（{count}）',
  'enrolment.taken': '已导入 {count} 张。',
  'enrolment.stopped': '还有 {count} 张没有导入；已导入的都在。可以继续，也可以以后再选同一个 ZIP。',
  'enrolment.stop': '暂停',
  'enrolment.resume': '继续导入',
  'enrolment.remove': '删除全部入学照片',
  'enrolment.removeSure': '删除这个采集任务的 {count} 张入学照片？不能撤销，会记入日志。',
  'enrolment.why.number': '文件名里没有学号',
  'enrolment.why.notListed': '学号不在名单上',
  'enrolment.why.twice': '同一学号有两张不同的照片，都不导入',
  'enrolment.why.type': '不是 JPG 或 PNG 照片',
  'enrolment.why.bytes': '超过 1 MB',
  'enrolment.why.pixels': '超过 600 万像素',
  'enrolment.why.corrupt': '照片已损坏',
  'enrolment.why.unopened': '在 ZIP 里已损坏或有密码',
  'enrolment.photo': '入学照片',
  'enrolment.photoOf': '此学号的入学照片',
  'enrolment.failed': '入学照片打不开',
  'log.enrolment.imported': '导入入学照片',
  'log.enrolment.removed': '删除全部入学照片',
  'log.enrolment.shown': '查看入学照片'
} satisfies Texts;
