import type { Messages } from '$lib/i18n/message';

/** The console's accounts, and freeing a student's registration. */
export const staff = {
  'review.staff': { 'zh-CN': '账号', en: 'Accounts' },
  'review.fresh': { 'zh-CN': '新密码（12 个字符以上）', en: 'New password (12 characters or more)' },
  'review.sso': { 'zh-CN': '统一身份认证登录', en: 'Sign in by single sign-on' },
  'review.ssoFailed': {
    'zh-CN': '统一身份认证没有完成，或没有与之对应的审核账号。请重试，或使用密码登录。',
    en: 'The single sign-on did not come about, or belongs to no account here. Try again, or use your password.'
  },

  'staff.name': { 'zh-CN': '用户名', en: 'User name' },
  'staff.role': { 'zh-CN': '角色', en: 'Role' },
  'staff.role.reviewer': { 'zh-CN': '审核员', en: 'Reviewer' },
  'staff.role.admin': { 'zh-CN': '管理员', en: 'Admin' },
  'staff.state': { 'zh-CN': '状态', en: 'State' },
  'staff.active': { 'zh-CN': '可用', en: 'Active' },
  'staff.locked': { 'zh-CN': '已停用', en: 'Disabled' },
  'staff.oneTime': { 'zh-CN': '未改一次性密码', en: 'One-time password not changed yet' },
  'staff.linked': { 'zh-CN': '可用统一身份认证', en: 'Single sign-on' },
  'staff.acts': { 'zh-CN': '操作', en: 'Acts' },
  'staff.makeAdmin': { 'zh-CN': '设为管理员', en: 'Make admin' },
  'staff.makeReviewer': { 'zh-CN': '设为审核员', en: 'Make reviewer' },
  'staff.lock': { 'zh-CN': '停用', en: 'Disable' },
  'staff.unlock': { 'zh-CN': '启用', en: 'Enable' },
  'staff.reset': { 'zh-CN': '重置密码', en: 'Reset password' },
  'staff.of': { 'zh-CN': '：{name}', en: ': {name}' },
  'staff.new': { 'zh-CN': '新建账号', en: 'New account' },
  'staff.create': { 'zh-CN': '创建', en: 'Create' },
  'staff.given': {
    'zh-CN': '{name} 的一次性密码如下，只显示这一次；首次登录时须改为自己的密码。',
    en: 'The one-time password of {name}, shown only now; at the first sign-in it has to be changed.'
  },

  'log.account.role': { 'zh-CN': '更改角色', en: 'Role changed' },
  'log.account.reset': { 'zh-CN': '重置密码', en: 'Password reset' },
  'log.account.linked': { 'zh-CN': '关联统一身份认证', en: 'Tied to the single sign-on' },
  'log.binding.removed': { 'zh-CN': '解除账号绑定', en: 'Registration freed' },

  'unbind.title': { 'zh-CN': '解除学生账号绑定', en: 'Free a registration from its account' },
  'unbind.text': {
    'zh-CN': '学生无法再打开原来的账号时使用。请先核对本人身份；会记入日志。',
    en: 'For a student who can no longer open the account. Check who asks first; it goes into the log.'
  },
  'unbind.number': { 'zh-CN': '学号', en: 'Student number' },
  'unbind.now': { 'zh-CN': '解除绑定', en: 'Free it' },
  'unbind.done': { 'zh-CN': '已解除绑定。', en: 'The registration is free now.' },
  'unbind.none': { 'zh-CN': '这个学号没有绑定账号。', en: 'No account is bound to this number.' }
} as const satisfies Messages;
