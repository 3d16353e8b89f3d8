import type { Translation } from '../../../message';
import type { staff as source } from '../../zh-CN/review/staff';

export const staff: Translation<typeof source> = {
  'review.staff': '帳號',
  'review.fresh': '新密碼（12 個字元以上）',
  'review.sso': '單一登入',
  'review.ssoFailed': '單一登入沒有完成，或沒有與它對應的審核帳號。請重試，或使用密碼登入。',

  'staff.name': '使用者名稱',
  'staff.role': '角色',
  'staff.role.reviewer': '審核員',
  'staff.role.admin': '管理員',
  'staff.state': '狀態',
  'staff.active': '可用',
  'staff.locked': '已停用',
  'staff.oneTime': '未改一次性密碼',
  'staff.linked': '可用單一登入',
  'staff.acts': '操作',
  'staff.makeAdmin': '設為管理員',
  'staff.makeReviewer': '設為審核員',
  'staff.lock': '停用',
  'staff.unlock': '啟用',
  'staff.reset': '重設登入',
  'staff.campaigns': '項目：{codes}',
  'staff.keepTo': '項目…',
  'staff.keepToText': '{name} 審核哪些項目？都不選表示所有項目。',
  'staff.save': '儲存',
  'staff.of': '：{name}',
  'staff.new': '新增帳號',
  'staff.create': '建立',
  'staff.given': '{name} 的一次性密碼如下，只顯示這一次；第一次登入時須改為自己的密碼。',

  'log.session.refused': '登入被拒絕',
  'log.queue.searched': '按學號或姓名搜尋',
  'log.photo.shown': '開啟照片',
  'log.account.campaigns': '審核員的項目',
  'log.account.role': '變更角色',
  'log.account.reset': '重設密碼',
  'log.account.linked': '連結單一登入',
  'log.binding.removed': '解除帳號綁定',

  'unbind.title': '解除學生帳號綁定',
  'unbind.text': '學生無法再開啟原來的帳號時使用。請先核對本人身分；會記入操作紀錄。',
  'unbind.number': '學號',
  'unbind.now': '解除綁定',
  'unbind.done': '已解除綁定。',
  'unbind.none': '這個學號沒有綁定帳號。'
};
