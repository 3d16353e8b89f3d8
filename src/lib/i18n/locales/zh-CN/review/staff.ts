import type { Texts } from '../../../message';

/** The console's accounts, and freeing a student's registration. */
export const staff = {
  'review.staff': '账号',
  'review.fresh': '新密码（12 个字符以上）',
  'review.sso': '统一身份认证登录',
  'review.ssoFailed': '统一身份认证没有完成，或没有与之对应的审核账号。请重试，或使用密码登录。',

  'staff.name': '用户名',
  'staff.role': '角色',
  'staff.role.reviewer': '审核员',
  'staff.role.admin': '管理员',
  'staff.state': '状态',
  'staff.active': '可用',
  'staff.locked': '已停用',
  'staff.oneTime': '未改一次性密码',
  'staff.linked': '可用统一身份认证',
  'staff.acts': '操作',
  'staff.makeAdmin': '设为管理员',
  'staff.makeReviewer': '设为审核员',
  'staff.lock': '停用',
  'staff.unlock': '启用',
  'staff.reset': '重置登录',
  'staff.campaigns': '项目：{codes}',
  'staff.keepTo': '项目…',
  'staff.keepToText': '{name} 审核哪些项目？都不选表示所有项目。',
  'staff.save': '保存',
  'staff.of': '：{name}',
  'staff.new': '新建账号',
  'staff.create': '创建',
  'staff.given': '{name} 的一次性密码如下，只显示这一次；首次登录时须改为自己的密码。',

  'log.session.refused': '登录被拒绝',
  'log.queue.searched': '按学号或姓名搜索',
  'log.photo.shown': '打开照片',
  'log.account.campaigns': '审核员的项目',
  'log.account.role': '更改角色',
  'log.account.reset': '重置密码',
  'log.account.linked': '关联统一身份认证',
  'log.binding.removed': '解除账号绑定',

  'unbind.title': '解除学生账号绑定',
  'unbind.text': '学生无法再打开原来的账号时使用。请先核对本人身份；会记入日志。',
  'unbind.number': '学号',
  'unbind.now': '解除绑定',
  'unbind.done': '已解除绑定。',
  'unbind.none': '这个学号没有绑定账号。'
} satisfies Texts;
