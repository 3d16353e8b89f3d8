import type { Translation } from '../../../message';
import type { campaign as source } from '../../zh-CN/flow/campaign';

export const campaign: Translation<typeof source> = {
  'campaign.title': 'Enter the campaign code',
  'campaign.lead':
    'It is a few characters in your institution’s notice. Without one, simply use your collection code.',
  'campaign.code': 'Campaign code',
  'campaign.codeWrong': 'A campaign code has 2 to 32 letters, digits or hyphens',
  'campaign.find': 'Look it up',
  'campaign.finding': 'Looking it up…',
  'campaign.unknown': 'There is no such campaign. Check the code and try again.',
  'campaign.unreachable': 'The server cannot be reached. Try again when the network is back.',
  'campaign.found': 'Is this the one?',
  'campaign.institution': 'Institution',
  'campaign.time': 'Time',
  'campaign.from': 'from {from}',
  'campaign.until': 'until {until}',
  'campaign.span': '{from} – {until}',
  'campaign.notOpen': 'It is not open now; photos sent now are not accepted.',
  'campaign.join': 'Join',
  'campaign.other': 'Another code',
  'campaign.handedIn': 'You have handed a photo in. Finish with it before you change the campaign.',
  'campaign.optional': '{field} (optional)',
  'campaign.fieldMissing': 'Please fill this in',

  'deadline.until': 'Open until {date}:',
  'deadline.days': { one: '{count} day left', other: '{count} days left' },
  'deadline.hours': { one: '{count} hour left', other: '{count} hours left' },
  'deadline.minutes': { one: '{count} minute left', other: '{count} minutes left' },

  'contact.title': 'Contact',
  'contact.phone': 'Telephone',
  'contact.qq': 'QQ',
  'contact.hours': 'Hours'
};
