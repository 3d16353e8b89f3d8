import type { Translation } from '../../../message';
import type { outcome as source } from '../../zh-CN/flow/outcome';

export const outcome: Translation<typeof source> = {
  'outcome.approved.title': 'Your photo is approved',
  'outcome.approved.body': '{name}: your graduation photo is approved. All done.',
  'outcome.rejected.title': 'Your photo needs another try',
  'outcome.rejected.body':
    '{name}: your graduation photo was not approved. Open Gradframe for the reason and a free retake.',
  'outcome.confirm.title': 'Hear the outcome here?',
  'outcome.confirm.body':
    'Somebody entered this address to hear the outcome of a graduation photo. If it was you, open the link to confirm: {url} If not, there is nothing to do.',
  'outcome.remind.title': 'Your photo is still missing',
  'outcome.remind.body':
    '{name}: your graduation photo has not been accepted yet. Please open Gradframe, take it again and send it.',
  'outcome.remind.bodyUntil':
    '{name}: your graduation photo has not been accepted yet; it can be sent until {until}. Please open Gradframe, take it again and send it.',
  'outcome.mail.open': 'See its status: {url}',
  'outcome.mail.stop': 'No more messages: {url}',

  'notify.title': 'Hear the outcome (optional)',
  'notify.text':
    'One message only; the address is deleted once it is sent. The status page tells you in any case.',
  'notify.push': 'Notify me on this device',
  'notify.pushDenied':
    'The browser did not allow notifications. Your submission is not affected; see the status page.',
  'notify.remind':
    'Remind me too while no photo of mine is accepted (my address is kept until it is, or until the collection ends)',
  'notify.email': 'E-mail address',
  'notify.emailHint': 'First a link to confirm the address, then one e-mail with the outcome',
  'notify.emailWrong': 'Not a valid address; you may leave it empty',
  'notify.set': 'You will be told when there is an outcome',
  'notify.failed': 'The message could not be arranged. Your submission is not affected; see the status page.',

  'hear.title': 'Hear the outcome',
  'hear.text':
    'The outcome of the review will be sent once to the address where you received this link; reminders too, if they were asked for.',
  'hear.do': 'Yes, tell me here',
  'hear.done': 'Confirmed. You will be told when there is an outcome.',

  'unsubscribe.title': 'Stop messages',
  'unsubscribe.text':
    'No message about the outcome will be sent, and your address is deleted. The status page still tells it.',
  'unsubscribe.do': 'Stop messages',
  'unsubscribe.done': 'Done. Your address is deleted.'
};
