import type { Translation } from '../../../message';
import type { consent as source } from '../../zh-CN/flow/consent';

export const consent: Translation<typeof source> = {
  'notice.title': 'What happens to your photo and data',
  'notice.1':
    'Finding your face, cropping and changing the background happen on this device; video and originals never leave it.',
  'notice.2':
    'After you confirm, only the finished photo, your name, student number and the quality figures are sent.',
  'notice.3': 'You can withdraw until review begins; after that, your institution deletes on request.',
  'notice.more': 'What {institution} adds',
  'notice.full': 'The full text',
  'notice.full1':
    'One purpose only: the photo of your diploma’s electronic registration. Face and identity data are sensitive personal information. Under the Personal Information Protection Law and the measures on facial recognition, handling them needs your separate consent. This product identifies nobody; it measures whether the photo meets the standard No. 99: head position, pose, light, sharpness and background.',
  'notice.full2':
    'Landmarks and measures live in memory only and vanish with the page; the figures and verdict of each rule are sent along with the photo. The finished file holds no time, place or other metadata.',
  'notice.kept':
    'Your institution reviews the photo for registration and uses it for nothing else; it is kept for at most {days} days after you send it, then deleted by itself.',
  'notice.keptUnknown':
    'Your institution reviews the photo for registration and uses it for nothing else; the campaign says for how many days it is kept, which is shown here once there is a network.',
  'notice.full3':
    'Under “My consent and data” you can export and delete what is on this device, and withdraw what nobody has begun to review. Declining does not affect your registration: the staff at your institution’s collection point or a photo studio can take the photo instead. Withdrawing does not undo what was done before.',
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
    'Your photo is in review and stays with your institution. To have it deleted, contact {contact}',
  'mine.withdrawReceived': 'The photo you sent is not in review yet: it is withdrawn first and not reviewed.',
  'mine.withdrawOffline':
    'The server cannot be reached: the photo you sent is not withdrawn yet, and nothing was deleted here. Try again with a network.',
  'mine.school': 'your institution’s registrar',
  'mine.withdrawWaiting': 'The photo that waits to be sent is deleted too, and not sent any more.',
  'mine.withdrawYes': 'Withdraw and delete',
  'mine.gone': 'Your consent is withdrawn and your data is deleted.'
};
