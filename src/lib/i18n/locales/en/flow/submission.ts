import type { Translation } from '../../../message';
import type { submission as source } from '../../zh-CN/flow/submission';

export const submission: Translation<typeof source> = {
  'submit.title': 'Check and send',
  'submit.confirm': 'This is a photo of me, and my name and number are right.',
  'submit.confirmFirst': 'Please tick this box first',
  'submit.send': 'Send',
  'submit.sending': 'Sending…',
  'submit.inParts':
    'The network is unsteady. Your photo goes in parts; if one breaks off, it goes on from there.',
  'submit.back': 'Look at the result again',
  'submit.photo': 'The photo to be sent',
  'submit.notKept':
    'This device has no room to keep the photo for sending. Free some space and try again; the photo is still here.',
  'submit.unreachable':
    'The server cannot be reached, and this browser cannot keep the photo for you. Leave the page open and send again in a while.',
  'submit.mendDetails': 'Correct my details',

  'status.title': 'Your submission',
  'status.queued': 'Waiting for the network',
  'status.queuedText': 'The photo is kept on this device and sent when the network is back.',
  'status.received': 'Received',
  'status.receivedText':
    'Your photo has arrived. Usually reviewed within {days} working days; you can close this page.',
  'status.inReview': 'In review',
  'status.inReviewText':
    'A reviewer is looking at it. Usually done within {days} working days; you can close this page.',
  'status.approved': 'Approved',
  'status.approvedText': 'All done; nothing more to do.',
  'status.rejected': 'Rejected',
  'status.rejectedText': 'Please take it again, free of charge.',
  'status.withdrawn': 'Withdrawn',
  'status.withdrawnText': 'You may take and send a new photo.',
  'status.outcome': 'Outcome',
  'status.refresh': 'Refresh',
  'status.sendNow': 'Send now',
  'status.download': 'Save my photo',
  'status.retake': 'Take it again',
  'status.finish': 'Delete my data on this device',
  'status.finishSure':
    'This device will keep no photo and will no longer be able to show your result; with your student number and receipt number you still can see it. Are you sure?',
  'status.finishYes': 'Yes, delete',
  'status.hold': 'Touch and hold the photo, then choose “Save image”.',
  'status.share': 'Save or send my photo',
  'receipt.title': 'Receipt',
  'receipt.number': 'Receipt number',
  'receipt.time': 'Time',
  'receipt.keep':
    'Should this device be lost or its data be cleared, your student number and this number show the result (“Check my submission” on the start page). Some browsers clear a page’s data after seven days: please save the receipt.',
  'receipt.save': 'Save the receipt',
  'receipt.print': 'Print',
  'receipt.picture': 'Picture of the receipt',
  'receipt.hold': 'Touch and hold the picture to save it',
  'progress.title': 'Check my submission',
  'progress.lead': 'Enter your student number and the receipt number you got when you sent the photo.',
  'progress.hint': '8 characters, such as 7K3F-92QD',
  'progress.wrong': 'A receipt number has 8 letters and digits',
  'progress.find': 'Look it up',
  'progress.unknown': 'Nothing was found. Check both numbers.',
  'progress.tooMany': 'Too many tries. Wait a minute and try again.',
  'progress.unreachable': 'The server cannot be reached; try again later.',
  'progress.retake': 'You can take it again here and send the new one.',
  'status.refused': 'The submission was not accepted: {why}',
  'status.unreachable': 'The server cannot be reached for now. The photo is safe and will be sent again.',
  'status.note': 'The reviewer’s note: {note}',
  'status.retakesLeft': 'Free retakes left: {count}.',
  'status.retakeUntil': 'Send it by {date}.',
  'status.retakeOver': 'The time for a new photo ended on {date}. Please ask your institution.',
  'status.noRetakes': 'There are no free retakes left; please contact your institution.',
  'status.withdraw': 'Withdraw',
  'status.withdrawSure': 'The photo will not be reviewed; you may take and send a new one. Are you sure?',
  'status.withdrawYes': 'Yes, withdraw it'
};
