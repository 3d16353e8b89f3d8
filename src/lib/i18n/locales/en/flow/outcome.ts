import type { Translation } from '../../../message';
import type { outcome as source } from '../../zh-CN/flow/outcome';

export const outcome: Translation<typeof source> = {
  'outcome.approved.title': 'Your photo is approved',
  'outcome.approved.body': '{name}: your graduation photo is approved. All done.',
  'outcome.rejected.title': 'Your photo needs another try',
  'outcome.rejected.body':
    '{name}: your graduation photo was not approved. Open Gradframe for the reason and a free retake.',
  'outcome.mail.open': 'See its status: {url}',
  'outcome.mail.stop': 'No more messages: {url}',

  'notify.title': 'Hear the outcome (optional)',
  'notify.text':
    'One message only; the address is deleted once it is sent. The status page tells you in any case.',
  'notify.push': 'Notify me on this device',
  'notify.pushDenied':
    'The browser did not allow notifications. Your submission is not affected; see the status page.',
  'notify.email': 'E-mail address',
  'notify.emailHint': 'One e-mail when there is an outcome',
  'notify.emailWrong': 'Not a valid address; you may leave it empty',
  'notify.set': 'You will be told when there is an outcome',
  'notify.failed': 'The message could not be arranged. Your submission is not affected; see the status page.',

  'unsubscribe.title': 'Stop messages',
  'unsubscribe.text':
    'No message about the outcome will be sent, and your address is deleted. The status page still tells it.',
  'unsubscribe.do': 'Stop messages',
  'unsubscribe.done': 'Done. Your address is deleted.'
};
