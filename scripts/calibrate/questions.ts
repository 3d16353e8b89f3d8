/** Which rule a label answers: `bad` is what the rule should object to, `good` what it should let pass. */
export interface LabelQuestion {
  rule: string;
  label: string;
  bad: string | boolean;
  good: string | boolean;
}

/** Labels with any other value, `'ambiguous'` or null, are left out. */
export const questions: readonly LabelQuestion[] = [
  { rule: 'mouth.closed', label: 'mouth', bad: 'teeth', good: 'closed' },
  { rule: 'pose.yaw', label: 'pose', bad: 'turned', good: 'frontal' },
  { rule: 'glasses.present', label: 'glasses', bad: true, good: false },
  { rule: 'jewellery.present', label: 'jewellery', bad: true, good: false },
  { rule: 'ears.visible', label: 'earsHidden', bad: true, good: false },
  { rule: 'head.covering', label: 'headCovering', bad: true, good: false },
  { rule: 'head.covering', label: 'headCovered', bad: true, good: false },
  { rule: 'brows.visible', label: 'fringeOverBrows', bad: true, good: false },
  { rule: 'brows.visible', label: 'browsHidden', bad: true, good: false },
  { rule: 'face.covered', label: 'maskOrHand', bad: true, good: false }
];
