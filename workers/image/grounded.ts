import type { Colour } from '../standard/colours';
import type { RgbaImage } from './image';
import type { Picture } from './picture';
import type { Window } from './resample';

/**
 * A picture that lets something through, on a ground: where its own alpha is known, what it is put on is what is seen
 * there. Mixed in gamma-encoded levels, as browsers do, but by the same sum in each.
 */
export class GroundedPicture implements Picture {
  readonly width: number;
  readonly height: number;

  /** @param picture owned by this one from here on */
  constructor(
    private readonly picture: Picture,
    private readonly ground: Colour
  ) {
    this.width = picture.width;
    this.height = picture.height;
  }

  read(part: Window): RgbaImage {
    const image = this.picture.read(part);
    const { data } = image;
    for (let at = 0; at < data.length; at += 4) {
      const alpha = data[at + 3]!;
      if (alpha === 255) continue;
      for (let c = 0; c < 3; c++)
        data[at + c] = Math.round((alpha * data[at + c]! + (255 - alpha) * this.ground[c]!) / 255);
      data[at + 3] = 255;
    }
    return image;
  }

  close(): void {
    this.picture.close();
  }
}
