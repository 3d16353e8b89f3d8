import type { Translation } from '../../../message';
import type { bulk as source } from '../../zh-CN/review/bulk';

export const bulk: Translation<typeof source> = {
  'review.bulk': 'Studio photos',
  'bulk.lead': 'Pictures named by student number are finished on this device. Only finished photos leave it.',
  'bulk.drop': 'Drop a folder or a ZIP here',
  'bulk.dropText':
    'File names hold the student number, or a sheet in the folder has the columns 文件名 and 学号.',
  'bulk.folder': 'Choose a folder',
  'bulk.zip': 'Choose a ZIP or pictures',
  'bulk.matching': 'Holding the names against the list …',
  'bulk.noList': 'This campaign has no list of students yet. Import it first.',
  'bulk.toList': 'To the list',
  'bulk.noPictures': 'There is no picture in it.',
  'bulk.unreadable': 'It cannot be read.',
  'bulk.found': { one: '{count} picture to finish.', other: '{count} pictures to finish.' },
  'bulk.foundNot': {
    one: '{count} stays here and is on the sheet.',
    other: '{count} stay here and are on the sheet.'
  },
  'bulk.agreed':
    'Every student in these pictures has agreed in writing to the present notice, sensitive data and face included.',
  'bulk.start': 'Begin',
  'bulk.startOver': 'Choose others',
  'bulk.progress': '{done} of {all}',
  'bulk.sent': 'Submitted',
  'bulk.failed': 'Stay here',
  'bulk.waiting': 'Waiting',
  'bulk.rate': 'Photos a minute',
  'bulk.left': 'Time left',
  'bulk.minutes': '{minutes} min',
  'bulk.workers': 'Workers',
  'bulk.pause': 'Pause',
  'bulk.resume': 'Go on',
  'bulk.paused': 'Paused. Nothing is lost.',
  'bulk.again': 'A run was interrupted. Choose the same folder or ZIP: what is done is not done again.',
  'bulk.againHandle': 'Go on with the same folder',
  'bulk.missing': {
    one: '{count} picture of the run is not among them and waits.',
    other: '{count} pictures of the run are not among them and wait.'
  },
  'bulk.done': 'All is done.',
  'bulk.trouble': 'The endpoint does not answer. It is tried again by itself.',
  'bulk.other': 'Studio photos are being finished in another tab of this browser.',
  'bulk.noStorage': 'This browser keeps nothing here, so a run cannot be resumed. Use an ordinary window.',
  'bulk.sheet': 'Save the sheet',
  'bulk.zipSave': 'Save sheet and thumbnails',
  'bulk.forget': 'End and clear this device',
  'bulk.forgetSure': 'What stays here is cleared from this device, the sheet too.',
  'bulk.file': 'File',
  'bulk.number': 'Student number',
  'bulk.name': 'Name',
  'bulk.class': 'Class',
  'bulk.reasons': 'Why it stays',
  'bulk.sheetName': 'not-submitted.csv',
  'bulk.zipName': 'for-the-studio.zip',
  'bulk.first': 'The first {count} are shown; the sheet has them all.',
  'bulk.reason.unknown': 'It cannot be used.',
  'unplanned.number': 'No student number in the name',
  'unplanned.notListed': 'The number is not on the list',
  'unplanned.twice': 'Another picture has the same number',
  'unplanned.there': 'A photo of this student is there already'
};
