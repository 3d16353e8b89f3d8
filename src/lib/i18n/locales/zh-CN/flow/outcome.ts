import type { Texts } from '../../../message';

/** Messages about the outcome, and asking whether they are wanted. A masked name is all they say of the student. */
export const outcome = {
  'outcome.approved.title': '审核通过',
  'outcome.approved.body': '{name}：毕业照片审核通过，采集完成。',
  'outcome.rejected.title': '审核未通过',
  'outcome.rejected.body': '{name}：毕业照片审核未通过，请打开学照查看原因，免费重拍。',
  'outcome.confirm.title': '确认接收审核结果',
  'outcome.confirm.body':
    '有人填写了这个地址，用来接收毕业照片的审核结果。是你本人，请打开链接确认：{url} 不是你，不用理会。',
  'outcome.remind.title': '还没有提交毕业照片',
  'outcome.remind.body': '{name}：毕业照片还没有提交成功，请打开学照，重新拍摄并提交。',
  'outcome.remind.bodyUntil': '{name}：毕业照片还没有提交成功，截止 {until}，请打开学照，重新拍摄并提交。',
  'outcome.mail.open': '查看状态：{url}',
  'outcome.mail.stop': '不想再收到通知：{url}',

  'notify.title': '审核结果通知（可不选）',
  'notify.text': '只发一次，发送后即删除联系方式。不选也可以随时在状态页查看。',
  'notify.push': '在这台设备上通知我',
  'notify.pushDenied': '浏览器没有允许通知。不影响提交，可以在状态页查看结果。',
  'notify.remind': '还没有成功提交时，截止前也提醒我（联系方式保留到采集结束或照片通过）',
  'notify.email': '电子邮箱',
  'notify.emailHint': '确认后发一次结果，链接会先发到这个邮箱',
  'notify.emailWrong': '邮箱地址不正确，可留空',
  'notify.set': '有结果时会通知你',
  'notify.failed': '通知没有设置成功，不影响提交，请在状态页查看结果。',

  'hear.title': '接收审核结果',
  'hear.text': '毕业照片的审核结果会发到你收到这个链接的地址，只发一次；选了截止前提醒的，也会收到提醒。',
  'hear.do': '确认接收',
  'hear.done': '已确认。有结果时会通知你。',

  'unsubscribe.title': '取消通知',
  'unsubscribe.text': '取消后不再发送审核结果通知，并删除你的联系方式。状态页仍可查看结果。',
  'unsubscribe.do': '确认取消',
  'unsubscribe.done': '已取消，联系方式已删除。'
} satisfies Texts;
