import type { Messages } from '../message';

/** Messages about the outcome, and asking whether they are wanted. A masked name is all they say of the student. */
export const outcome = {
  'outcome.approved.title': { 'zh-CN': '审核通过', en: 'Your photo is approved' },
  'outcome.approved.body': {
    'zh-CN': '{name}：毕业照片审核通过，采集完成。',
    en: '{name}: your graduation photo is approved. All done.'
  },
  'outcome.rejected.title': { 'zh-CN': '审核未通过', en: 'Your photo needs another try' },
  'outcome.rejected.body': {
    'zh-CN': '{name}：毕业照片审核未通过，请打开学照查看原因，免费重拍。',
    en: '{name}: your graduation photo was not approved. Open Gradframe for the reason and a free retake.'
  },
  'outcome.mail.open': { 'zh-CN': '查看状态：{url}', en: 'See its status: {url}' },
  'outcome.mail.stop': { 'zh-CN': '不想再收到通知：{url}', en: 'No more messages: {url}' },

  'notify.title': { 'zh-CN': '审核结果通知（可不选）', en: 'Hear the outcome (optional)' },
  'notify.text': {
    'zh-CN': '只发一次，发送后即删除联系方式。不选也可以随时在状态页查看。',
    en: 'One message only; the address is deleted once it is sent. The status page tells you in any case.'
  },
  'notify.push': { 'zh-CN': '在这台设备上通知我', en: 'Notify me on this device' },
  'notify.pushDenied': {
    'zh-CN': '浏览器没有允许通知。不影响提交，可以在状态页查看结果。',
    en: 'The browser did not allow notifications. Your submission is not affected; see the status page.'
  },
  'notify.email': { 'zh-CN': '电子邮箱', en: 'E-mail address' },
  'notify.emailHint': { 'zh-CN': '审核有结果时发一封邮件', en: 'One e-mail when there is an outcome' },
  'notify.emailWrong': {
    'zh-CN': '邮箱地址不正确，可留空',
    en: 'Not a valid address; you may leave it empty'
  },
  'notify.set': { 'zh-CN': '有结果时会通知你', en: 'You will be told when there is an outcome' },
  'notify.failed': {
    'zh-CN': '通知没有设置成功，不影响提交，请在状态页查看结果。',
    en: 'The message could not be arranged. Your submission is not affected; see the status page.'
  },

  'unsubscribe.title': { 'zh-CN': '取消通知', en: 'Stop messages' },
  'unsubscribe.text': {
    'zh-CN': '取消后不再发送审核结果通知，并删除你的联系方式。状态页仍可查看结果。',
    en: 'No message about the outcome will be sent, and your address is deleted. The status page still tells it.'
  },
  'unsubscribe.do': { 'zh-CN': '确认取消', en: 'Stop messages' },
  'unsubscribe.done': {
    'zh-CN': '已取消，联系方式已删除。',
    en: 'Done. Your address is deleted.'
  },
  'problem.message.off': { 'zh-CN': '这种通知方式暂不可用', en: 'This kind of message is not available' },
  'problem.message.address': { 'zh-CN': '通知地址不能使用', en: 'Messages cannot be sent to this address' }
} as const satisfies Messages;
