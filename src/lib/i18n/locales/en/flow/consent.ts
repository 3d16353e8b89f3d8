import type { Translation } from '../../../message';
import type { consent as source } from '../../zh-CN/flow/consent';

export const consent: Translation<typeof source> = {
  'notice.title': 'What happens to your photo and data',
  'notice.1': 'One purpose only: the photo of your diploma’s electronic registration.',
  'notice.2':
    'Finding your face, cropping and changing the background happen on this device; video and originals never leave it.',
  'notice.3':
    'After you confirm, only the finished photo, your name, student number and the quality figures are sent.',
  'notice.4':
    'Your institution reviews the photo for registration and uses it for nothing else; it is deleted once registration is over.',
  'notice.5': 'You may withdraw your consent, export or delete your data at any time.',
  'notice.full': 'The full text',
  'notice.full1':
    'Face and identity data are sensitive personal information. Under the Personal Information Protection Law and the measures on facial recognition, handling them needs your separate consent. This product identifies nobody; it measures whether the photo meets the standard No. 99: head position, pose, light, sharpness and background.',
  'notice.full2':
    'Landmarks and measures live in memory only and vanish with the page; the figures and verdict of each rule are sent along with the photo. The finished file holds no time, place or other metadata. What is sent is kept no longer than registration needs.',
  'notice.full3':
    'Declining does not affect your registration: the staff at your institution’s collection point or a photo studio can take the photo instead. Withdrawing does not undo what was done before.',
  'notice.consentTitle': 'Please agree to each',

  'consent.sensitive':
    'I agree to the handling of my sensitive personal data (name, student number, collection code) to match my record and register my diploma.',
  'consent.face':
    'I agree to the handling of my face image on this device, and to sending the finished photo for review.',

  'notice.guardian': 'Under 14: a parent or other guardian reads this and ticks the boxes.',
  'notice.tickAll': 'Please tick both boxes first; you may also decline below.',
  'notice.agree': 'Agree and continue',
  'notice.decline': 'I do not agree',
  'notice.declined':
    'That is fine; nothing was kept. You can have the photo taken at your institution’s collection point or an appointed studio. Ask your department or the registrar for place and time.',

  'mine.title': 'My consent and data',
  'mine.link': 'My consent and data',
  'mine.receipt': 'Receipt of consent',
  'mine.none': 'This device holds no consent and no data of yours.',
  'mine.version': 'Version of the notice',
  'mine.at': 'Agreed on',
  'mine.items': 'Agreed to',
  'mine.saveReceipt': 'Save the receipt',
  'mine.data': 'Data on this device',
  'mine.dataText': 'The exported file holds your details, the quality figures and the finished photo.',
  'mine.export': 'Export my data',
  'mine.withdraw': 'Withdraw consent and delete',
  'mine.withdrawSure': 'Everything of yours on this device is deleted for good. Are you sure?',
  'mine.withdrawSent':
    'Your photo was handed in and is with your institution. Save it first; after this, this device can no longer ask for the outcome.',
  'mine.withdrawWaiting': 'The photo that waits to be sent is deleted too, and not sent any more.',
  'mine.withdrawYes': 'Withdraw and delete',
  'mine.gone': 'Your consent is withdrawn and your data is deleted.'
};
