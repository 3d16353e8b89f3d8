import type { Messages } from '$lib/i18n/message';

/** Frame of the console, sign-in and what is refused. */
export const frame = {
  'review.title': { 'zh-CN': '学照审核台', en: 'Gradframe review' },
  'review.places': { 'zh-CN': '审核台页面', en: 'Pages of the console' },
  'review.queue': { 'zh-CN': '审核列表', en: 'Queue' },
  'review.signIn': { 'zh-CN': '登录', en: 'Sign in' },
  'review.signingIn': { 'zh-CN': '正在登录…', en: 'Signing in…' },
  'review.signOut': { 'zh-CN': '退出（{name}）', en: 'Sign out ({name})' },
  'review.name': { 'zh-CN': '用户名', en: 'User name' },
  'review.password': { 'zh-CN': '密码', en: 'Password' },
  'review.expired': {
    'zh-CN': '登录已过期，请重新登录。已做的审核都已保存。',
    en: 'Your session has ended. Please sign in again; every verdict given is kept.'
  },
  'review.noAccount': {
    'zh-CN': '还没有审核账号。请在服务器上创建第一个：',
    en: 'There is no account yet. Create the first one on the server:'
  },

  'problem.staff.signIn': { 'zh-CN': '请先登录', en: 'Please sign in first' },
  'problem.staff.forbidden': { 'zh-CN': '没有权限', en: 'Your role does not allow this' },
  'problem.staff.forged': {
    'zh-CN': '请求不是从本页面发出的，请刷新后重试',
    en: 'The request did not come from this page. Reload and try again'
  },
  'problem.staff.wrong': { 'zh-CN': '用户名或密码不正确', en: 'User name or password is wrong' },
  'problem.staff.tooMany': {
    'zh-CN': '尝试次数过多，请 15 分钟后再试',
    en: 'Too many tries. Wait 15 minutes and try again'
  },
  'problem.staff.name': {
    'zh-CN': '用户名应为 2–64 个字母、数字或 . _ @ -',
    en: 'A user name has 2 to 64 letters, digits or . _ @ -'
  },
  'problem.staff.nameTaken': { 'zh-CN': '用户名已被使用', en: 'The user name is taken' },
  'problem.staff.password': {
    'zh-CN': '密码应为 12–256 个字符',
    en: 'A password has 12 to 256 characters'
  },
  'problem.staff.change': {
    'zh-CN': '这是一次性密码，请设置自己的密码',
    en: 'This password was for one use. Please choose your own'
  },
  'problem.staff.lastAdmin': {
    'zh-CN': '至少要保留一位可用的管理员',
    en: 'At least one admin has to be left'
  },
  'problem.staff.unknown': { 'zh-CN': '没有这个账号', en: 'There is no such account' },
  'problem.review.taken': {
    'zh-CN': '这张照片正由他人审核，或已有结果',
    en: 'Somebody else reviews this photo, or it is decided already'
  },
  'problem.review.tooLate': { 'zh-CN': '已超过撤销时间', en: 'It is too late to undo' },
  'problem.list.unreadable': {
    'zh-CN': '名单无法读取，请用 CSV 或 XLSX 格式，第一行为列名',
    en: 'The list cannot be read. Use CSV or XLSX with column names in the first row'
  },
  'problem.unreachable': {
    'zh-CN': '连不上服务器，请检查网络后重试',
    en: 'The server cannot be reached. Check the network and try again'
  }
} as const satisfies Messages;
