import type { Translation } from '../../../message';
import type { frame as source } from '../../zh-CN/review/frame';

export const frame: Translation<typeof source> = {
  'review.title': 'Gradframe review',
  'review.places': 'Pages of the console',
  'review.queue': 'Queue',
  'review.signIn': 'Sign in',
  'review.signingIn': 'Signing in…',
  'review.signOut': 'Sign out ({name})',
  'review.name': 'User name',
  'review.password': 'Password',
  'review.expired': 'Your session has ended. Please sign in again; every verdict given is kept.',
  'review.noAccount': 'There is no account yet. Create the first one on the server:',

  'problem.staff.signIn': 'Please sign in first',
  'problem.staff.forbidden': 'Your role does not allow this',
  'problem.staff.forged': 'The request did not come from this page. Reload and try again',
  'problem.staff.wrong': 'User name or password is wrong',
  'problem.staff.tooMany': 'Too many tries. Wait 15 minutes and try again',
  'problem.staff.name': 'A user name has 2 to 64 letters, digits or . _ @ -',
  'problem.staff.nameTaken': 'The user name is taken',
  'problem.staff.password': 'A password has 12 to 256 characters',
  'problem.staff.common': 'This password is among the first that are tried. Choose another',
  'problem.staff.expired': 'This one-time password has ended. Ask an admin for a new one',
  'problem.staff.change': 'This password was for one use. Please choose your own',
  'problem.staff.lastAdmin': 'At least one admin has to be left',
  'problem.staff.passkey': 'The passkey was not accepted. Try again, or sign in another way',
  'problem.staff.passkeyNeeded': 'Admins sign in with their passkey here',
  'problem.staff.passkeyMany': 'An account has 10 passkeys at most. Remove one first',
  'problem.staff.lastPasskey': 'An admin keeps at least one passkey',
  'problem.staff.again': 'You signed in more than 10 minutes ago. Sign in again to add or remove a passkey',
  'problem.staff.unknown': 'There is no such account',
  'problem.review.taken': 'Somebody else reviews this photo, or it is decided already',
  'problem.review.unpaid': 'The fee of this number went back; the photo waits until it is paid',
  'problem.review.second':
    'Another photo of this number is already approved. This one now waits for an admin',
  'problem.review.tooLate': 'It is too late to undo',
  'problem.kiosk.fee': 'The campaign asks for a fee, which a kiosk cannot take',
  'problem.list.unreadable': 'The list cannot be read. Use a CSV, text or Excel (XLSX) file',
  'problem.list.columns': 'No columns “学号” (Student number) and “姓名” (Name) were found',
  'problem.list.tooLong': 'The list has more than 200,000 rows: import it in parts',
  'problem.list.empty': 'No row can be used; the present list stays as it is'
};
