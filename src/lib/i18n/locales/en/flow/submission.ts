import type { Translation } from '../../../message';
import type { submission as source } from '../../zh-CN/flow/submission';

export const submission: Translation<typeof source> = {
  'submit.title': 'Send the photo?',
  'submit.confirm': 'I confirm that the photo shown above is right.',
  'submit.confirmFirst': 'Please tick the confirmation first',
  'submit.send': 'Confirm and send',
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
  'status.receivedText': 'Your photo has arrived and waits for review.',
  'status.inReview': 'In review',
  'status.inReviewText': 'A reviewer is looking at it.',
  'status.approved': 'Approved',
  'status.approvedText': 'All done; nothing more to do.',
  'status.rejected': 'Rejected',
  'status.rejectedText': 'Please take it again, free of charge.',
  'status.withdrawn': 'Withdrawn',
  'status.withdrawnText': 'You may take and send a new photo.',
  'status.handedIn': 'You sent it',
  'status.outcome': 'Outcome',
  'status.refresh': 'Refresh',
  'status.sendNow': 'Send now',
  'status.download': 'Save my photo',
  'status.retake': 'Take it again',
  'status.finish': 'Done: delete my data here',
  'status.finishSure':
    'This device will keep neither the photo nor the means to look up its status. Are you sure?',
  'status.finishYes': 'Yes, delete',
  'status.refused': 'The submission was not accepted: {why}',
  'status.unreachable': 'The server cannot be reached for now. The photo is safe and will be sent again.',
  'status.retakesLeft': 'Free retakes left: {count}.',
  'status.noRetakes': 'There are no free retakes left; please contact your institution.',
  'status.withdraw': 'Withdraw',
  'status.withdrawSure': 'The photo will not be reviewed; you may take and send a new one. Are you sure?',
  'status.withdrawYes': 'Yes, withdraw it'
};
