import type { Translation } from '../../../message';
import type { codes as source } from '../../zh-CN/flow/codes';

export const codes: Translation<typeof source> = {
  'code.trouble.none': 'No collection code was found. Choose a picture that shows the whole code.',
  'code.trouble.tooSmall':
    'The code is too small to read. Move closer, or upload the picture saved from CHSI.',
  'code.trouble.blurred':
    'The code is blurred. Hold still until it is in focus, or upload the original picture.',
  'code.trouble.glare': 'Glare covers the code. Change the angle, or dim the screen that shows it.',
  'code.trouble.cutOff':
    'Part of the code is cut off. Keep all of it, white border included, in the picture.',
  'code.trouble.unreadable':
    'A code was found but cannot be read. Face it squarely, or upload the original picture.',
  'code.foreign': 'This is not a collection code. Save yours from the enrolment page (学籍信息) on CHSI.',
  'code.opaque': 'This code is encrypted; your details are checked once it is submitted.',
  'code.studentNumber.blank':
    'The code has no student number. Ask your registrar to add it, then download the code again.',
  'code.studentNumber.zero':
    'The student number in the code is 0. Ask your registrar to correct it, then download the code again.',
  'code.several': 'There is more than one collection code in the picture. Which one is yours?',
  'code.encrypted': 'The encrypted code, number {place} from the top',
  'code.studentNumber.inexact':
    'The code gives the student number as a figure like 1e10, so its digits are lost. Ask the registry office, then download the code again.',
  'code.studentNumber.odd':
    'The student number in the code looks wrong. Check it with your registrar, then download the code again.',
  'code.name.blank': 'The code has no name. Please type it below.',
  'code.name.odd': 'The name in the code cannot be read. Please type it below.',
  'code.institutionCode.odd':
    'The institution code looks wrong. Check it with your registrar, then download the code again.',
  'code.institution.other':
    'This code belongs to another institution. Check that you chose the right picture.',
  'code.institution.mismatch':
    'The school’s name and code do not match. Ask your registrar to update CHSI, then download the code again.',
  'code.submitted':
    'A photo has already been submitted with this code. If that was not you, or you need a new one, go on; the reviewer decides.',
  'code.otherInstitution':
    'This code belongs to {code}, but this campaign is for {campaign}. Use the campaign code of your own institution; if the code is wrong, ask your registrar to update CHSI and download it again.'
};
