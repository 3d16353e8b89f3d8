import type { Messages } from '../message';

/** Signing in: never needed, useful for coming back on another device. */
export const account = {
  'account.title': { 'zh-CN': '我的帐号', en: 'My account' },
  'account.link': { 'zh-CN': '在其他设备查看', en: 'See it on another device' },
  'account.what': {
    'zh-CN': '登录不是必需的。登录后，可以在另一台设备上查看审核结果。',
    en: 'Signing in is optional. It lets you see the outcome on another device.'
  },
  'account.in': { 'zh-CN': '已登录', en: 'You are signed in' },
  'account.registrations': { 'zh-CN': '绑定的学号', en: 'Your registration' },
  'account.none': { 'zh-CN': '还没有绑定学号', en: 'No registration is bound yet' },
  'account.bind': { 'zh-CN': '绑定这台设备上的提交', en: 'Bind the submission on this device' },
  'account.submissions': { 'zh-CN': '我的提交', en: 'My submissions' },
  'account.ways': { 'zh-CN': '登录方式', en: 'Ways to sign in' },
  'account.by.oidc': { 'zh-CN': '学校统一身份认证', en: 'Campus single sign-on' },
  'account.by.cas': { 'zh-CN': '学校统一身份认证（CAS）', en: 'Campus sign-on (CAS)' },
  'account.by.wechat': { 'zh-CN': '微信', en: 'WeChat' },
  'account.by.passkey': { 'zh-CN': '通行密钥', en: 'Passkey' },
  'account.usePasskey': { 'zh-CN': '用通行密钥登录', en: 'Sign in with a passkey' },
  'account.makePasskey': { 'zh-CN': '创建通行密钥', en: 'Create a passkey' },
  'account.out': { 'zh-CN': '退出登录', en: 'Sign out' },
  'account.outAll': { 'zh-CN': '在所有设备退出', en: 'Sign out everywhere' },
  'signin.done': { 'zh-CN': '登录成功', en: 'You are signed in' },
  'signin.cancelled': {
    'zh-CN': '你取消了登录。照片和信息都还在，可以再试，也可以不登录。',
    en: 'You cancelled the sign-in. Photo and details are safe; try again, or go on without.'
  },
  'signin.failed': {
    'zh-CN': '登录没有成功，请再试一次。照片和信息都还在，不登录也能继续。',
    en: 'The sign-in did not succeed; please try again. Nothing is lost, and you can go on without.'
  },
  'signin.expired': {
    'zh-CN': '登录用时太长，或这个链接已经用过，请重新登录。',
    en: 'The sign-in took too long, or its link was used before. Please sign in again.'
  },
  'signin.unreachable': {
    'zh-CN': '暂时连不上认证系统，请稍后再试。照片和信息都还在，不登录也能继续。',
    en: 'The sign-in system cannot be reached; try later. Nothing is lost, and you can go on without.'
  },
  'problem.account.bound': {
    'zh-CN': '这个学号已绑定其他帐号。请用原来的方式登录，或联系学籍部门解除绑定',
    en: 'This registration belongs to another account. Sign in the way you did before, or ask the registry office to free it'
  },
  'problem.account.signIn': { 'zh-CN': '请先登录', en: 'Please sign in first' },
  'problem.account.passkey': {
    'zh-CN': '通行密钥没有成功，请再试一次，或换一种方式',
    en: 'The passkey did not work; try again or another way'
  }
} as const satisfies Messages;
