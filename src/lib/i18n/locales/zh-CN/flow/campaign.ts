import type { Texts } from '../../../message';

/** Choosing a campaign, and whom to ask. */
export const campaign = {
  'campaign.title': '输入活动代码',
  'campaign.lead': '活动代码（也叫特征码）是学校通知里的一串字符。没有的话，直接用采集码采集。',
  'campaign.code': '活动代码',
  'campaign.codeWrong': '活动代码是 2 到 32 位字母、数字或短横',
  'campaign.find': '查找',
  'campaign.finding': '正在查找…',
  'campaign.unknown': '没有这个活动代码，请核对后再试。',
  'campaign.unreachable': '现在连不上服务器，联网后再试。',
  'campaign.found': '是这个吗？',
  'campaign.institution': '学校',
  'campaign.time': '时间',
  'campaign.from': '{from} 起',
  'campaign.until': '截至 {until}',
  'campaign.span': '{from} – {until}',
  'campaign.notOpen': '现在不在采集时间内，提交的照片不会被接受。',
  'campaign.join': '进入采集',
  'campaign.other': '换一个活动代码',
  'campaign.handedIn': '你已经提交了一份照片。先完成它，再换采集任务。',
  'campaign.optional': '{field}（选填）',
  'campaign.fieldMissing': '请填写这一项',

  'deadline.until': '截至 {date}',
  'deadline.days': { other: '还剩 {count} 天' },
  'deadline.hours': { other: '还剩 {count} 小时' },
  'deadline.minutes': { other: '还剩 {count} 分钟' },

  'contact.title': '联系我们',
  'contact.phone': '电话',
  'contact.qq': 'QQ',
  'contact.hours': '服务时间'
} satisfies Texts;
