import type { Translation } from '../../../message';
import type { staff as source } from '../../zh-CN/review/staff';

export const staff: Translation<typeof source> = {
  'review.staff': 'Accounts',
  'review.fresh': 'New password (12 characters or more)',
  'review.sso': 'Sign in by single sign-on',
  'review.ssoFailed':
    'The single sign-on did not come about, or belongs to no account here. Try again, or use your password.',

  'staff.name': 'User name',
  'staff.role': 'Role',
  'staff.role.reviewer': 'Reviewer',
  'staff.role.admin': 'Admin',
  'staff.state': 'State',
  'staff.active': 'Active',
  'staff.locked': 'Disabled',
  'staff.oneTime': 'One-time password not changed yet',
  'staff.linked': 'Single sign-on',
  'staff.passkeys': 'Passkeys: {count}',
  'staff.acts': 'Actions',
  'staff.makeAdmin': 'Make admin',
  'staff.makeReviewer': 'Make reviewer',
  'staff.lock': 'Disable',
  'staff.unlock': 'Enable',
  'staff.reset': 'Reset sign-in',
  'staff.campaigns': 'Campaigns: {codes}',
  'staff.keepTo': 'Campaigns…',
  'staff.keepToText': 'Which campaigns does {name} review? None marked: every one.',
  'staff.save': 'Save',
  'staff.of': ': {name}',
  'staff.new': 'New account',
  'staff.create': 'Create',
  'staff.given':
    'The one-time password of {name}, shown only now; at the first sign-in it has to be changed.',

  'log.session.refused': 'Sign-in refused',
  'log.queue.searched': 'Searched by number or name',
  'log.photo.shown': 'Photo opened',
  'log.account.campaigns': 'Campaigns of a reviewer',
  'log.account.role': 'Role changed',
  'log.account.reset': 'Sign-in reset',
  'log.account.linked': 'Tied to the single sign-on',
  'log.binding.removed': 'Student’s account unlinked',

  'unbind.title': 'Unlink a student’s account',
  'unbind.text': 'For a student who can no longer open the account. Check who asks first; this is logged.',
  'unbind.number': 'Student number',
  'unbind.now': 'Unlink',
  'unbind.done': 'The account is unlinked.',
  'unbind.none': 'No account is bound to this number.'
};
