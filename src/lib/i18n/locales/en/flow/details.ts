import type { Translation } from '../../../message';
import type { details as source } from '../../zh-CN/flow/details';

export const details: Translation<typeof source> = {
  'register.title': 'Scan your collection code',
  'register.lead': 'Hold the code inside the frame; it scans automatically.',
  'register.upload': 'Upload a picture of the code',
  'register.choose': 'Choose the code from my photos',
  'register.chooseTitle': 'Choose your collection code',
  'register.chooseLead': 'Choose the picture you saved from CHSI; it is read automatically.',
  'register.scanOther': 'Scan it from another screen',
  'register.kiosk': 'Hold your phone’s code up to the camera',
  'register.paste': 'You may also paste or drop a picture',
  'register.type': 'Type my details',
  'register.scan': 'Scan with the camera',
  'register.reading': 'Reading the code…',
  'register.typeTitle': 'Your details',
  'register.typeLead': 'Please write them as they stand on CHSI.',
  'register.name': 'Name',
  'register.studentNumber': 'Student number',
  'register.studentNumberHint': 'The same as on your CHSI account',
  'register.nameMissing': 'Please enter your name',
  'register.studentNumberWrong': 'A student number has 4 to 32 digits or letters',
  'register.next': 'Next',
  'register.token':
    'The code was read. Its content is encrypted, so please enter your name and student number; they are checked when you submit.',

  'confirm.title': 'Is this you?',
  'confirm.name': 'Name',
  'confirm.studentNumber': 'Student number',
  'confirm.institution': 'Institution',
  'confirm.institutionCode': 'Institution code',
  'confirm.campaign': 'Campaign',
  'confirm.token': 'Collection code',
  'confirm.tokenKept': 'Read (encrypted)',
  'confirm.masked': 'To protect your privacy, name and number are shown in part only.',
  'confirm.yes': 'This is right',
  'confirm.again': 'Scan or type again',
  'confirm.wrongField': 'Wrong?',
  'confirm.change': 'Change',
  'confirm.wrongWhich': ': {field}',
  'confirm.wrongToken':
    'If this was not your own code, scan again; its content is checked against your name and number when you submit.',
  'confirm.wrongNumber':
    'Student number empty, 0 or wrong: ask the registrar to correct it on CHSI, then download the code again.',
  'confirm.wrongInstitution':
    'Institution name or code differs (a transfer, a merger): ask the registrar to update CHSI, then download the code again.',
  'confirm.wrongName': 'Not your name: this may be someone else’s code. Please scan your own.'
};
