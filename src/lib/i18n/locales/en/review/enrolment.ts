import type { Translation } from '../../../message';
import type { enrolment as source } from '../../zh-CN/review/enrolment';

export const enrolment: Translation<typeof source> = {
  'problem.enrolment.notListed': 'The number is not on the list',
  'problem.enrolment.tooLarge': 'The enrolment photo is too large (at most 1 MB and 6 million pixels)',
  'problem.enrolment.unreadable': 'The ZIP cannot be read: it may be damaged, moved, or no ZIP',
  'problem.enrolment.empty': 'There is no file in the ZIP',
  'problem.enrolment.tooMany': 'There are over 50,000 files in the ZIP: please split it',
  'enrolment.title': 'Enrolment photos',
  'enrolment.text':
    'Optional. Reviewers see them beside the new photo and compare by eye; there is no face recognition. A ZIP of JPG or PNG files named by student number (20201234.jpg), at most 1 MB each. You see what changes before anything does.',
  'enrolment.duty':
    'For this review only. Deleted by themselves 30 days after the campaign closed, and with the student’s data. Bringing them in and looking at them is logged.',
  'enrolment.there': '{photos} of {listed} on the list have one',
  'enrolment.noList': 'Import the student list first: only numbers on it are taken.',
  'enrolment.choose': 'Choose a ZIP',
  'enrolment.reading': 'Reading the ZIP ({done} / {all})',
  'enrolment.sending': 'Bringing them in ({done} / {all})',
  'enrolment.preview': '{added} new, {replaced} replaced, {same} unchanged, {left} left out',
  'enrolment.take': { one: 'Bring {count} photo in', other: 'Bring {count} photos in' },
  'enrolment.nothing': 'There is nothing to bring in.',
  'enrolment.left': { one: '{count} file is left out', other: '{count} files are left out' },
  'enrolment.taken': { one: '{count} photo was brought in.', other: '{count} photos were brought in.' },
  'enrolment.stopped':
    '{count} are not in yet; those that are stay. Go on now, or choose the same ZIP again later.',
  'enrolment.stop': 'Pause',
  'enrolment.resume': 'Go on',
  'enrolment.remove': 'Delete all enrolment photos',
  'enrolment.removeSure':
    'Delete the {count} enrolment photos of this campaign? This cannot be undone, and is logged.',
  'enrolment.why.number': 'no student number in the name',
  'enrolment.why.notListed': 'the number is not on the list',
  'enrolment.why.twice': 'two different photos of one number: neither is taken',
  'enrolment.why.type': 'no JPG or PNG photo',
  'enrolment.why.bytes': 'over 1 MB',
  'enrolment.why.pixels': 'over 6 million pixels',
  'enrolment.why.corrupt': 'the photo is damaged',
  'enrolment.why.unopened': 'damaged in the ZIP, or behind a password',
  'enrolment.photo': 'Enrolment photo',
  'enrolment.photoOf': 'Enrolment photo of this number',
  'enrolment.failed': 'The enrolment photo cannot be shown',
  'log.enrolment.imported': 'Enrolment photos brought in',
  'log.enrolment.removed': 'All enrolment photos deleted',
  'log.enrolment.shown': 'Enrolment photo shown'
};
