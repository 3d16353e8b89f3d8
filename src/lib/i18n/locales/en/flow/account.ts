import type { Translation } from '../../../message';
import type { account as source } from '../../zh-CN/flow/account';

export const account: Translation<typeof source> = {
  'account.title': 'My account',
  'account.link': 'Sign in to see it on another device too',
  'account.what': 'Signing in is optional. It lets you see the outcome on another device.',
  'account.in': 'You are signed in',
  'account.registrations': 'Your student number, confirmed',
  'account.none': 'No submission is bound yet',
  'account.bind': 'Bind the submission on this device',
  'account.submissions': 'My submissions',
  'account.ways': 'Ways to sign in',
  'account.by.oidc': 'Campus single sign-on',
  'account.by.cas': 'Campus sign-on (CAS)',
  'account.by.wechat': 'WeChat',
  'account.by.passkey': 'Passkey',
  'account.whose': 'This browser is signed in to an account (student number {number}). Is it yours?',
  'account.whoseDevice': 'This browser is signed in to an account. Is it yours?',
  'account.join': 'Yes, add this sign-in to it',
  'account.own': 'No, sign in to my own',
  'account.remove': 'Remove',
  'account.usePasskey': 'Sign in with a passkey',
  'account.makePasskey': 'Create a passkey',
  'account.out': 'Sign out',
  'account.outAll': 'Sign out everywhere',
  'signin.done': 'You are signed in',
  'signin.cancelled': 'You cancelled the sign-in. Photo and details are safe; try again, or go on without.',
  'signin.failed':
    'The sign-in did not succeed; please try again. Nothing is lost, and you can go on without.',
  'signin.expired': 'The sign-in took too long, or its link was used before. Please sign in again.',
  'signin.unreachable':
    'The sign-in system cannot be reached; try later. Nothing is lost, and you can go on without.'
};
