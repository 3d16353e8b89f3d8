import type { Translation } from '../../../message';
import type { passkeys as source } from '../../zh-CN/review/passkeys';

export const passkeys: Translation<typeof source> = {
  'review.account': 'My sign-in',
  'passkey.use': 'Sign in with a passkey',
  'passkey.lead':
    'A passkey is kept in a phone, a computer or a security key, and asks for a finger, a face or a PIN. No false site can get hold of it.',
  'passkey.needAdd': 'Admins need a passkey here. Add one; the other pages open after that.',
  'passkey.needUse': 'Admins sign in with their passkey here.',
  'passkey.without': 'This browser knows no passkeys. Use another browser or device.',
  'passkey.yours': 'Your passkeys',
  'passkey.none': 'There is no passkey yet.',
  'passkey.label': 'Name',
  'passkey.labelHint': 'To tell it from others, such as “office computer”',
  'passkey.add': 'Add a passkey',
  'passkey.added': 'The passkey is added.',
  'passkey.made': 'Added {date}',
  'passkey.used': 'Last used {date}',
  'passkey.unused': 'Not used yet',
  'passkey.rename': 'Rename',
  'passkey.remove': 'Remove',
  'passkey.removeSure': 'Remove “{label}”? Every other device is signed out.',
  'passkey.again': 'Sign in again',
  'log.passkey.added': 'Passkey added',
  'log.passkey.renamed': 'Passkey renamed',
  'log.passkey.removed': 'Passkey removed'
};
