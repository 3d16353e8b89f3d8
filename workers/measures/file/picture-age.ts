import type { Measure } from '../measure';

/**
 * Months since the camera took the picture, by its file's Exif; null where that does not say, as of a file that went
 * through a chat, and for what our own camera took. Source: the standards that bound it.
 */
export const pictureAge: Measure = {
  id: 'picture.age',
  // The word comes with the text: a unit is the same in every language.
  unit: '',
  value: ({ file }) => file?.ageMonths ?? null,
  quality: () => 100
};
