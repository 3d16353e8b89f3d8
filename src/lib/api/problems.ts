/** A refusal of the endpoint. */
interface ProblemRow {
  status: number;
  /** For logs and tools; users read the client's own text `problem.CODE`. */
  title: string;
  /** Passes by itself: the same request may be sent again later. */
  retry?: true;
  /** What mends a submission that was refused for it; another photo where left out. */
  mend?: 'details' | 'fee' | 'consent';
}

const rows = {
  'request.malformed': { status: 400, title: 'The request is not what this address takes.' },
  'request.tooLarge': { status: 413, title: 'The request is too large.' },
  'request.tooMany': { status: 429, title: 'There are too many requests.', retry: true },
  'request.slow': { status: 408, title: 'The body came too slowly.', retry: true },
  'request.unknown': { status: 404, title: 'There is no such address.' },
  'request.method': { status: 405, title: 'The address does not take this method.' },
  'request.unauthorised': { status: 401, title: 'The key is missing or does not fit.' },
  'registration.invalid': { status: 422, title: 'The registration is not valid.', mend: 'details' },
  'registration.mismatch': {
    status: 422,
    title: 'The registration is not the one in the code.',
    mend: 'details'
  },
  'registration.institution': {
    status: 422,
    title: 'The campaign takes no students of this institution.',
    mend: 'details'
  },
  'registration.fields': { status: 422, title: 'A field of the campaign is not filled in.', mend: 'details' },
  'consent.missing': { status: 422, title: 'The present notice is not agreed to.', mend: 'consent' },
  'code.unreadable': { status: 422, title: 'The code cannot be read here.' },
  'code.noResolver': { status: 501, title: 'This unit reads no encrypted codes.' },
  'report.invalid': { status: 422, title: 'The report is not valid.' },
  'photo.missing': { status: 422, title: 'There is no photo.' },
  'photo.type': { status: 415, title: 'The photo is no JPEG.' },
  'photo.corrupt': { status: 422, title: 'The photo cannot be decoded.' },
  'photo.size': { status: 422, title: 'The photo has other dimensions than the standard.' },
  'photo.density': { status: 422, title: 'The photo has another density than the standard.' },
  'photo.progressive': { status: 422, title: 'The photo is no baseline JPEG.' },
  'photo.colour': { status: 422, title: 'The photo is not 24-bit colour.' },
  'photo.metadata': { status: 422, title: 'The photo carries metadata.' },
  'photo.background': { status: 422, title: 'The photo’s edges are no flat background of the standard.' },
  'photo.bytes': { status: 422, title: 'The file size is outside the standard’s window.' },
  'submission.conflict': { status: 409, title: 'The id is taken by another submission.' },
  'submission.unknown': { status: 404, title: 'There is no such submission.' },
  'submission.tooLate': { status: 409, title: 'Review has begun; it can no longer be withdrawn.' },
  'submission.noRetake': { status: 409, title: 'No retake is open for the submission it names.' },
  'submission.retakeLate': { status: 409, title: 'The time for a new photo is over.' },
  'submission.tooMany': {
    status: 429,
    title: 'There are too many submissions for this student today.',
    retry: true
  },
  'campaign.unknown': { status: 404, title: 'There is no such campaign.' },
  'campaign.closed': { status: 403, title: 'The campaign takes no submissions now.' },
  'campaign.invalid': { status: 422, title: 'The campaign’s settings are not valid.' },
  'campaign.taken': { status: 409, title: 'There is a campaign with this code.' },
  'campaign.changed': { status: 409, title: 'Somebody else has changed the campaign.' },
  'campaign.fixed': { status: 409, title: 'Campaigns are set by the server’s configuration.' },
  'campaign.state': { status: 409, title: 'The campaign’s state does not allow this.' },
  'campaign.noProvider': { status: 422, title: 'There is nobody who takes the fee.' },
  'way.off': { status: 403, title: 'The campaign takes no photos that are taken this way.' },
  'way.late': { status: 422, title: 'The picture was not taken just now.' },
  'payment.required': { status: 402, title: 'The fee of the campaign is not paid.', mend: 'fee' },
  'payment.unknown': { status: 404, title: 'There is no such order.', mend: 'fee' },
  'payment.way': { status: 422, title: 'The fee cannot be paid this way.', mend: 'fee' },
  'payment.voucher': { status: 422, title: 'The voucher is unknown or used.', mend: 'fee' },
  'payment.unavailable': {
    status: 503,
    title: 'The payment provider does not answer.',
    retry: true,
    mend: 'fee'
  },
  'account.signIn': { status: 401, title: 'Nobody is signed in.' },
  'account.again': { status: 403, title: 'Sign in again before a way to sign in is changed.' },
  'account.passkey': { status: 422, title: 'The passkey does not fit.' },
  'kiosk.key': { status: 409, title: 'It is sealed to a key that is not known here yet.', retry: true },
  'kiosk.foreign': { status: 422, title: 'The code is not one of this endpoint.' },
  'kiosk.used': { status: 409, title: 'The code has ended, or turned another device into a kiosk.' },
  'message.off': { status: 422, title: 'This kind of message is off.' },
  'message.tooMany': { status: 429, title: 'Messages were asked for too often.' },
  'message.ended': { status: 404, title: 'There is no message to confirm any more.' },
  'message.address': { status: 422, title: 'No message can go to this address.' },
  'staff.signIn': { status: 401, title: 'Nobody is signed in.' },
  'staff.forbidden': { status: 403, title: 'This needs another role.' },
  'staff.forged': { status: 403, title: 'The request did not come from the console.' },
  'staff.wrong': { status: 401, title: 'Name or password is wrong.' },
  'staff.tooMany': { status: 429, title: 'There were too many tries.', retry: true },
  'staff.name': { status: 422, title: 'The name is not valid.' },
  'staff.nameTaken': { status: 409, title: 'The name is taken.' },
  'staff.password': { status: 422, title: 'The password is too short or too long.' },
  'staff.common': { status: 422, title: 'The password is one that is tried first.' },
  'staff.expired': { status: 403, title: 'The one-time password has ended: an admin gives another.' },
  'staff.change': { status: 403, title: 'The password was for one use: choose another.' },
  'staff.lastAdmin': { status: 409, title: 'There would be no admin left.' },
  'staff.passkey': { status: 422, title: 'The passkey does not fit.' },
  'staff.passkeyNeeded': { status: 403, title: 'Admins sign in by passkey here.' },
  'staff.passkeyMany': { status: 409, title: 'The account has as many passkeys as it may.' },
  'staff.lastPasskey': { status: 409, title: 'Admins keep at least one passkey here.' },
  'staff.again': { status: 403, title: 'Sign in again before a passkey is added or removed.' },
  'staff.unknown': { status: 404, title: 'There is no such account.' },
  'review.taken': { status: 409, title: 'Somebody else reviews it, or it is decided.' },
  'review.unpaid': { status: 409, title: 'The fee of the number went back: it waits until it is paid.' },
  'review.second': { status: 409, title: 'Another photo of the number is approved: an admin decides.' },
  'review.tooLate': { status: 409, title: 'It is too late to undo.' },
  'kiosk.fee': { status: 422, title: 'The campaign asks for a fee, which a kiosk cannot take.' },
  'export.layout': { status: 422, title: 'Photos cannot be laid out like this.' },
  'list.unreadable': { status: 422, title: 'The list cannot be read.' },
  'list.locked': { status: 422, title: 'The list opens with a password.' },
  'list.columns': { status: 422, title: 'The list has no columns of student number and name.' },
  'list.tooLong': { status: 422, title: 'The list has too many rows.' },
  'enrolment.notListed': { status: 422, title: 'The number is not on the campaign’s list.' },
  'enrolment.tooLarge': { status: 422, title: 'The enrolment photo has too many bytes or pixels.' },
  'list.empty': { status: 422, title: 'No row of the list can be used.' },
  'server.unavailable': { status: 503, title: 'The service is not available.', retry: true }
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof rows;

/** Every refusal of the endpoint, by stable code. */
export const problems: Readonly<Record<ProblemCode, ProblemRow>> = rows;

export const problemCodes = Object.keys(rows) as ProblemCode[];

/** Whether it is a code of the endpoint's table of problems. */
export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(rows, code);

/** RFC 9457 body, `application/problem+json`. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  /** The request, as the server's log names it. */
  instance?: string;
  /** What stood in the sender's file in place of what was looked for. */
  found?: readonly string[];
}
