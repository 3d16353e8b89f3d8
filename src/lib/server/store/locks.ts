/** What every transaction takes hold of that decides something by what a student has done. */
export const studentLock = (campaign: string, studentNumber: string) =>
  `student ${campaign} ${studentNumber}`;
