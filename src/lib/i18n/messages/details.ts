import type { Messages } from '../message';

/** Register and confirm. */
export const details = {
  'register.title': { 'zh-CN': '扫描你的采集码', en: 'Scan your collection code' },
  'register.lead': {
    'zh-CN': '把采集码放进方框，会自动识别。',
    en: 'Hold the code inside the frame; it is read by itself.'
  },
  'register.upload': { 'zh-CN': '上传采集码图片', en: 'Upload a picture of the code' },
  'register.paste': { 'zh-CN': '也可以粘贴或拖入图片', en: 'You may also paste or drop a picture' },
  'register.type': { 'zh-CN': '手工填写', en: 'Type my details' },
  'register.scan': { 'zh-CN': '打开摄像头扫描', en: 'Scan with the camera' },
  'register.reading': { 'zh-CN': '正在识别采集码…', en: 'Reading the code…' },
  'register.typeTitle': { 'zh-CN': '填写你的信息', en: 'Your details' },
  'register.typeLead': {
    'zh-CN': '请与学信网上的信息保持一致。',
    en: 'Please write them as they stand on CHSI.'
  },
  'register.name': { 'zh-CN': '姓名', en: 'Name' },
  'register.studentNumber': { 'zh-CN': '学号', en: 'Student number' },
  'register.studentNumberHint': {
    'zh-CN': '和学信网账号上的学号相同',
    en: 'The same as on your CHSI account'
  },
  'register.nameMissing': { 'zh-CN': '请填写姓名', en: 'Please enter your name' },
  'register.studentNumberWrong': {
    'zh-CN': '学号应为 4 到 32 位数字或字母',
    en: 'A student number has 4 to 32 digits or letters'
  },
  'register.next': { 'zh-CN': '下一步', en: 'Next' },
  'register.token': {
    'zh-CN': '采集码已读取。它的内容是加密的，请再填写姓名和学号，提交时会核对。',
    en: 'The code was read. Its content is encrypted, so please enter your name and student number; they are checked when you submit.'
  },

  'confirm.title': { 'zh-CN': '这是你吗？', en: 'Is this you?' },
  'confirm.name': { 'zh-CN': '姓名', en: 'Name' },
  'confirm.studentNumber': { 'zh-CN': '学号', en: 'Student number' },
  'confirm.institution': { 'zh-CN': '学校', en: 'Institution' },
  'confirm.institutionCode': { 'zh-CN': '院校代码', en: 'Institution code' },
  'confirm.token': { 'zh-CN': '采集码', en: 'Collection code' },
  'confirm.tokenKept': { 'zh-CN': '已读取（加密）', en: 'Read (encrypted)' },
  'confirm.masked': {
    'zh-CN': '为保护隐私，姓名和学号只显示一部分。',
    en: 'To protect your privacy, name and number are shown in part only.'
  },
  'confirm.yes': { 'zh-CN': '信息无误', en: 'This is right' },
  'confirm.again': { 'zh-CN': '重新扫描或填写', en: 'Scan or type again' },
  'confirm.wrongField': { 'zh-CN': '不对？', en: 'Wrong?' },
  'confirm.wrongWhich': { 'zh-CN': '：{field}', en: ': {field}' },
  'confirm.wrongToken': {
    'zh-CN': '如果这不是你自己的采集码，请重新扫描；加密内容会在提交时与姓名、学号核对。',
    en: 'If this was not your own code, scan again; its content is checked against your name and number when you submit.'
  },
  'confirm.wrongNumber': {
    'zh-CN': '学号为空、是 0 或不对：请学校学籍部门在学信网改正，然后重新下载采集码。',
    en: 'Student number empty, 0 or wrong: ask the registrar to correct it on CHSI, then download the code again.'
  },
  'confirm.wrongInstitution': {
    'zh-CN': '学校名称或代码不一致（如转学、合并）：请学籍部门更新学信网信息后，重新下载采集码。',
    en: 'Institution name or code differs (a transfer, a merger): ask the registrar to update CHSI, then download the code again.'
  },
  'confirm.wrongName': {
    'zh-CN': '姓名不是你的：这可能是别人的采集码，请重新扫描自己的。',
    en: 'Not your name: this may be someone else’s code. Please scan your own.'
  }
} as const satisfies Messages;
