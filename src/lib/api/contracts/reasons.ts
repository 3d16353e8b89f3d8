/**
 * Why a reviewer may reject a photo; what is chosen most stands first. The reviewer reads `reason.ID`, the student
 * `mend.ID`, both in the message catalogue.
 */
export const rejectionReasons = [
  'review.covered',
  'eyes.closed',
  'mouth.open',
  'review.pose',
  'review.frame',
  'light.uneven',
  'image.blurred',
  'review.background',
  'review.glasses',
  'review.jewellery',
  'review.clothes',
  'review.retouched',
  'review.rephotographed',
  'review.notOwn'
] as const;

export type RejectionReason = (typeof rejectionReasons)[number];

/** Whether it is one of the reasons for which a photo may be rejected. */
export const isRejectionReason = (reason: string): reason is RejectionReason =>
  (rejectionReasons as readonly string[]).includes(reason);
