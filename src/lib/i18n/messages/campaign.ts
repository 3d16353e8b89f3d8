import type { Messages } from '../message';

/** Choosing a campaign, whom to ask, and what follows from it. */
export const campaign = {
  'home.campaign': { 'zh-CN': '用特征码进入', en: 'I have a campaign code' },
  'home.campaignHint': {
    'zh-CN': '学校或活动发给你的一串字符',
    en: 'A few characters from your institution'
  },
  'campaign.title': { 'zh-CN': '输入特征码', en: 'Enter the campaign code' },
  'campaign.lead': {
    'zh-CN': '特征码由学校发放，通常在通知里。没有的话，直接用采集码采集。',
    en: 'Your institution gives it out, usually in its notice. Without one, simply use your collection code.'
  },
  'campaign.code': { 'zh-CN': '特征码', en: 'Campaign code' },
  'campaign.codeWrong': {
    'zh-CN': '特征码是 2 到 32 位字母、数字或短横',
    en: 'A campaign code has 2 to 32 letters, digits or hyphens'
  },
  'campaign.find': { 'zh-CN': '查找', en: 'Look it up' },
  'campaign.finding': { 'zh-CN': '正在查找…', en: 'Looking it up…' },
  'campaign.unknown': {
    'zh-CN': '没有这个特征码，请核对后再试。',
    en: 'There is no such campaign. Check the code and try again.'
  },
  'campaign.unreachable': {
    'zh-CN': '现在连不上服务器，联网后再试。',
    en: 'The server cannot be reached. Try again when the network is back.'
  },
  'campaign.found': { 'zh-CN': '是这个吗？', en: 'Is this the one?' },
  'campaign.institution': { 'zh-CN': '学校', en: 'Institution' },
  'campaign.time': { 'zh-CN': '时间', en: 'Time' },
  'campaign.from': { 'zh-CN': '{from} 起', en: 'from {from}' },
  'campaign.until': { 'zh-CN': '截至 {until}', en: 'until {until}' },
  'campaign.span': { 'zh-CN': '{from} – {until}', en: '{from} – {until}' },
  'campaign.notOpen': {
    'zh-CN': '现在不在采集时间内，提交的照片不会被接受。',
    en: 'It is not open now; photos sent now are not accepted.'
  },
  'campaign.join': { 'zh-CN': '进入采集', en: 'Join' },
  'campaign.other': { 'zh-CN': '换一个特征码', en: 'Another code' },
  'campaign.handedIn': {
    'zh-CN': '你已经提交了一份照片。先完成它，再换采集任务。',
    en: 'You have handed a photo in. Finish with it before you change the campaign.'
  },
  'campaign.optional': { 'zh-CN': '{field}（选填）', en: '{field} (optional)' },
  'campaign.fieldMissing': { 'zh-CN': '请填写这一项', en: 'Please fill this in' },
  'contact.title': { 'zh-CN': '联系我们', en: 'Contact' },
  'contact.phone': { 'zh-CN': '电话', en: 'Telephone' },
  'contact.qq': { 'zh-CN': 'QQ', en: 'QQ' },
  'contact.hours': { 'zh-CN': '服务时间', en: 'Hours' },
  'code.otherInstitution': {
    'zh-CN':
      '这个采集码属于 {code}，而当前采集任务是 {campaign} 的。请换用自己学校的特征码；如果学校信息不对，请找学籍部门更新后重新下载采集码。',
    en: 'This code belongs to {code}, but this campaign is for {campaign}. Use the campaign code of your own institution; if the code is wrong, ask your registrar to update CHSI and download it again.'
  },
  'status.retakesLeft': { 'zh-CN': '还可以免费重拍 {count} 次。', en: 'Free retakes left: {count}.' },
  'status.noRetakes': {
    'zh-CN': '免费重拍次数已用完，请联系学校。',
    en: 'There are no free retakes left; please contact your institution.'
  },
  'status.withdraw': { 'zh-CN': '撤回提交', en: 'Take it back' },
  'status.withdrawSure': {
    'zh-CN': '撤回后这份照片不再审核，可以重新拍摄提交。确定吗？',
    en: 'The photo will not be reviewed; you may take and send a new one. Are you sure?'
  },
  'status.withdrawYes': { 'zh-CN': '确定撤回', en: 'Yes, take it back' }
} as const satisfies Messages;
