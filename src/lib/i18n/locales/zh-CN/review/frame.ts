import type { Texts } from '../../../message';

/** Frame of the console, sign-in and what is refused. */
export const frame = {
  'review.title': '学照审核台',
  'review.places': '审核台页面',
  'review.queue': '审核列表',
  'review.signIn': '登录',
  'review.signingIn': '正在登录…',
  'review.signOut': '退出（{name}）',
  'review.name': '用户名',
  'review.password': '密码',
  'review.expired': '登录已过期，请重新登录。已做的审核都已保存。',
  'review.noAccount': '还没有审核账号。请在服务器上创建第一个：',

  'problem.staff.signIn': '请先登录',
  'problem.staff.forbidden': '没有权限',
  'problem.staff.forged': '请求不是从本页面发出的，请刷新后重试',
  'problem.staff.wrong': '用户名或密码不正确',
  'problem.staff.tooMany': '尝试次数过多，请 15 分钟后再试',
  'problem.staff.name': '用户名应为 2–64 个字母、数字或 . _ @ -',
  'problem.staff.nameTaken': '用户名已被使用',
  'problem.staff.password': '密码应为 12–256 个字符',
  'problem.staff.common': '这个密码太常见，请换一个',
  'problem.staff.expired': '一次性密码已过期，请向管理员再要一个',
  'problem.staff.change': '这是一次性密码，请设置自己的密码',
  'problem.staff.lastAdmin': '至少要保留一位可用的管理员',
  'problem.staff.unknown': '没有这个账号',
  'problem.review.taken': '这张照片正由他人审核，或已有结果',
  'problem.review.second': '同一学号已有另一张照片通过审核，这张现由管理员处理',
  'problem.review.tooLate': '已超过撤销时间',
  'problem.kiosk.fee': '采集任务要收费，自助拍照机不能收费',
  'problem.list.unreadable': '名单无法读取，请用 CSV、TXT 或 Excel（XLSX）文件',
  'problem.list.columns': '没有找到“学号”“姓名”两列，请检查列名',
  'problem.list.tooLong': '名单超过 20 万行，请分开导入',
  'problem.list.empty': '没有可以导入的行，现有名单不变'
} satisfies Texts;
