/** Head measures in pixels of the picture they were taken on; x right, y down. */
export interface HeadGeometry {
  /** Top of the hair (of the skull where there is none). */
  crownY: number;
  /** Mid-point between the pupils. */
  eyeY: number;
  chinY: number;
  /** Cheek to cheek, at the ear roots. */
  faceLeft: number;
  faceRight: number;
  /** Horizontal centre of the face. */
  centreX: number;
  /** Pupil to pupil. */
  eyeDistance: number;
}
