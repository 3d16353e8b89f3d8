import type { IconName } from '$lib/ui/Icon.svelte';

/** Which way each advice sends the sitter, left and right as the sitter has them. */
const arrows: Readonly<Record<string, IconName>> = {
  'frame.offCentre.left': 'left',
  'frame.offCentre.right': 'right',
  'pose.yaw.left': 'left',
  'pose.yaw.right': 'right',
  'light.fromLeft': 'left',
  'light.fromRight': 'right',
  'frame.tooLow': 'up',
  'frame.crownLow': 'up',
  'pose.pitch.up': 'up',
  'frame.crownHigh': 'down',
  'pose.pitch.down': 'down',
  'frame.tooFar': 'near',
  'frame.tooClose': 'far',
  'frame.eyesLow': 'far'
};

/**
 * The arrow beside an advice, as it points on the screen; undefined where the advice has no direction.
 *
 * @param mirrored the picture is a mirror: the sitter's left is the screen's left, else it is its right
 */
export function arrowOf(advice: string | null, mirrored: boolean): IconName | undefined {
  const arrow = advice === null ? undefined : arrows[advice];
  if (mirrored || (arrow !== 'left' && arrow !== 'right')) return arrow;
  return arrow === 'left' ? 'right' : 'left';
}
