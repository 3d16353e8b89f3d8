/** Every refusal of the staff's part of the endpoint, by stable code; the reader's text is `problem.CODE`. */
export const staffProblemCodes = [
  'staff.signIn',
  'staff.forbidden',
  'staff.forged',
  'staff.wrong',
  'staff.tooMany',
  'staff.name',
  'staff.nameTaken',
  'staff.password',
  'staff.change',
  'staff.lastAdmin',
  'staff.unknown',
  'review.taken',
  'review.tooLate',
  'list.unreadable'
] as const;
