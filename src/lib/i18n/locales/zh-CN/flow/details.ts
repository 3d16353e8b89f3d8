import type { Texts } from '../../../message';

/** Register and confirm. */
export const details = {
  'register.title': '扫描你的采集码',
  'register.lead': '把采集码放进方框，会自动识别。',
  'register.upload': '上传采集码图片',
  'register.paste': '也可以粘贴或拖入图片',
  'register.type': '手工填写',
  'register.scan': '打开相机扫描',
  'register.reading': '正在识别采集码…',
  'register.typeTitle': '填写你的信息',
  'register.typeLead': '请与学信网上的信息保持一致。',
  'register.name': '姓名',
  'register.studentNumber': '学号',
  'register.studentNumberHint': '和学信网账号上的学号相同',
  'register.nameMissing': '请填写姓名',
  'register.studentNumberWrong': '学号应为 4 到 32 位数字或字母',
  'register.next': '下一步',
  'register.token': '采集码已读取。它的内容是加密的，请再填写姓名和学号，提交时会核对。',

  'confirm.title': '这是你吗？',
  'confirm.name': '姓名',
  'confirm.studentNumber': '学号',
  'confirm.institution': '学校',
  'confirm.institutionCode': '院校代码',
  'confirm.campaign': '采集任务',
  'confirm.token': '采集码',
  'confirm.tokenKept': '已读取（加密）',
  'confirm.masked': '为保护隐私，姓名和学号只显示一部分。',
  'confirm.yes': '信息无误',
  'confirm.again': '重新扫描或填写',
  'confirm.wrongField': '不对？',
  'confirm.change': '改一下',
  'confirm.wrongWhich': '：{field}',
  'confirm.wrongToken': '如果这不是你自己的采集码，请重新扫描；加密内容会在提交时与姓名、学号核对。',
  'confirm.wrongNumber': '学号为空、是 0 或不对：请学校学籍部门在学信网改正，然后重新下载采集码。',
  'confirm.wrongInstitution':
    '学校名称或代码不一致（如转学、合并）：请学籍部门更新学信网信息后，重新下载采集码。',
  'confirm.wrongName': '姓名不是你的：这可能是别人的采集码，请重新扫描自己的。'
} satisfies Texts;
