import type { Translation } from './../../message';
import type { errors as source } from './../zh-CN/errors';

export const errors: Translation<typeof source> = {
  'error.file.empty': 'This file is empty. Please choose another picture.',
  'error.file.type': 'This file is not a picture we can read. Please choose a JPG.',
  'error.file.heic':
    'This is an iPhone photo in the HEIC format, which this browser cannot open. Open this page in Safari on the iPhone, or set Settings → Camera → Formats to “Most Compatible” and take it again.',
  'error.file.animated': 'Animated pictures cannot be used. Please choose a JPG photo.',
  'error.file.truncated': 'This picture is incomplete. Save it again, then choose it once more.',
  'error.file.cmyk':
    'This photo uses print colours (CMYK). Save it as an ordinary RGB JPG and choose it again.',
  'error.file.corrupt': 'This picture is damaged and cannot be opened. Please choose another.',
  'error.image.tooLarge':
    'This picture is too large. Reduce it to at most 67 million pixels (for example 8000 × 8000) and 32767 pixels a side.',
  'error.image.tooSmall': 'This picture is too small. Please choose a larger one.',
  'error.encode.window': 'The photo cannot be saved within the required file size. Please take it again.',
  'error.model.load':
    'The checking tools could not be loaded. Check the network and try again; nothing is lost.',
  'error.file.damaged':
    'The checking tools came damaged or were replaced by the network. Try again, or use another network; nothing is lost.',
  'error.network.captive':
    'This network wants you to sign in first, so the checking tools could not be loaded. Sign in to it and try again; nothing is lost.',
  'error.model.memory':
    'There is too little memory to start the checking tools. Close other apps and pages, then try again; nothing is lost.',
  'error.browser.unfit':
    'This browser lacks what the checking tools need. Update it and the system, or open this page in the system’s own browser or on another device; nothing is lost.',
  'error.graphics.lost':
    'The browser took the graphics away, for instance while the page was in the background. Try again; nothing is lost.',
  'error.worker.dead': 'The checking tools stopped unexpectedly. Try again; nothing is lost.',
  'error.core.bug': 'Something went wrong on our side; your picture is fine. Try again; nothing is lost.',
  'error.aborted': 'Cancelled.',

  'problem.request.malformed': 'The request was incomplete',
  'problem.request.tooLarge': 'It was too large',
  'problem.request.tooMany': 'There were too many requests; it will be tried again',
  'problem.request.slow': 'The connection was too slow; it will be tried again',
  'problem.request.unknown': 'There is no such address',
  'problem.request.method': 'The address does not take this request',
  'problem.request.unauthorised': 'There is no permission to see it',
  'problem.registration.invalid': 'Name or student number is not valid',
  'problem.registration.mismatch': 'The student number is not the one in the code',
  'problem.registration.institution': 'This collection takes no students of this institution',
  'problem.registration.fields': 'A field that the collection asks for is not filled in',
  'problem.consent.missing': 'The present notice is not agreed to: read it again and tick both lines',
  'problem.code.unreadable': 'The code cannot be read',
  'problem.code.noResolver': 'This unit reads no encrypted codes',
  'problem.report.invalid': 'The quality figures were incomplete',
  'problem.photo.missing': 'The photo was missing',
  'problem.photo.type': 'The photo is no JPEG',
  'problem.photo.corrupt': 'The photo file is damaged',
  'problem.photo.size': 'The photo is not {width} × {height}',
  'problem.photo.density': 'The photo is not marked {density} dpi',
  'problem.photo.progressive': 'The photo is no baseline JPEG',
  'problem.photo.colour': 'The photo’s colour format is wrong',
  'problem.photo.metadata': 'The photo holds metadata',
  'problem.photo.background': 'The photo’s edges are not the plain background asked for',
  'problem.photo.bytes': 'The photo’s file size is outside the limits',
  'problem.submission.conflict': 'This number belongs to another submission',
  'problem.submission.unknown': 'There is no such submission',
  'problem.submission.tooLate': 'Review has begun; it can no longer be withdrawn',
  'problem.submission.noRetake': 'No retake is open for that submission',
  'problem.submission.retakeLate': 'The time for a new photo is over. Please ask your institution.',
  'problem.submission.tooMany': 'There were too many submissions today; try again tomorrow',
  'problem.campaign.unknown': 'There is no such campaign',
  'problem.campaign.closed': 'The campaign has not begun or has ended',
  'problem.way.off':
    'This collection takes no photos that are taken this way. Choose another way on the first page.',
  'problem.way.late': 'The picture was not taken just now. Please take a new one.',
  'problem.server.unavailable': 'The server is not available; try again later',

  'problem.unreachable': 'The server cannot be reached. Check the network and try again',
  'problem.timeout': 'The network is slow and the server did not answer in time. Try again later',
  'problem.captive':
    'This network wants a sign-in first: open any web page, sign in to the network, then try again',

  'problem.payment.required': 'The fee is not paid yet',
  'problem.payment.unknown': 'There is no such order',
  'problem.payment.way': 'This way to pay is not available',
  'problem.payment.voucher': 'The voucher is not valid, or was used before',
  'problem.payment.unavailable':
    'The payment provider does not answer and nothing was charged; try later or another way',

  'problem.account.signIn': 'Please sign in first',
  'problem.account.again': 'Sign in again before you change how to sign in',
  'problem.account.passkey': 'The passkey did not work; try again or another way',

  'problem.kiosk.key': 'This server does not have the key yet; it will be tried again later',
  'problem.kiosk.foreign': 'The code was not issued by this system: do not use it',
  'problem.kiosk.used': 'The code has ended or was used on another device: have a new one made',
  'problem.message.off': 'This kind of message is not available',
  'problem.message.ended': 'The link has ended or was used',
  'problem.message.tooMany': 'No more messages can be ordered for this today',
  'problem.message.address': 'Messages cannot be sent to this address'
};
