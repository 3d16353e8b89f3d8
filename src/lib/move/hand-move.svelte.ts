import { photoCore } from '$lib/core/photo-core';
import type { KeptPicture } from '$lib/cut-out/kept-picture';
import { remake } from '$lib/cut-out/remake';
import type { Shot } from '$lib/flow/draft';
import { shotOf } from '$lib/flow/shot';
import { mergedFindings, overallVerdict } from '$lib/report/findings';
import { movedCrop, MoveRoom, unmoved, type CropMove, type Placed } from '$workers/finish/move';
import type { CoreErrorCode, FinishStage } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';

/** What of a move a step changes. */
export type Along = keyof CropMove;

/** A shot's crop moved by hand inside the standard's windows, and the photo made anew of its own picture. */
export class HandMove {
  /** Where the crop is now; the photo follows when it is made. */
  move = $state.raw<CropMove>(unmoved);
  /** The last step was shorter than asked for: a window ends here. */
  atEnd = $state(false);
  /** Null when nothing is at work. */
  stage = $state<FinishStage | 'download' | 'waiting' | null>(null);
  failure = $state<CoreErrorCode | null>(null);
  /** What was made so does not pass: the photo before it was kept. */
  refused = $state(false);
  readonly from: Placed;
  readonly #shot: Shot;
  readonly #room: MoveRoom;
  #stop: AbortController | null = null;

  constructor(
    shot: Shot & Pick<Placed, 'crop'>,
    head: Placed['head'],
    private readonly picture: KeptPicture,
    private readonly standard: ResolvedStandard
  ) {
    this.#shot = shot;
    this.from = shot.moved?.from ?? { crop: shot.crop, head, frame: shot.frame };
    this.move = this.#made;
    this.#room = new MoveRoom(this.from, standard);
  }

  /** Null where nothing was finished, or the picture is no longer there. */
  static of(shot: Shot | null, picture: KeptPicture | null, standard: ResolvedStandard): HandMove | null {
    const { crop, geometry } = shot ?? {};
    return shot?.jpeg && crop && geometry && picture
      ? new HandMove({ ...shot, crop }, geometry, picture, standard)
      : null;
  }

  get #made(): CropMove {
    return this.#shot.moved?.by ?? unmoved;
  }

  /** The move that the photo on show was made with. */
  get made(): CropMove {
    return this.#made;
  }

  /** The crop is elsewhere than on the photo. */
  get pending(): boolean {
    const { right, down, zoom } = this.move;
    return right !== this.#made.right || down !== this.#made.down || zoom !== this.#made.zoom;
  }

  /** Whether there is room for a step that way. @param sign which way */
  hasRoom(along: Along, sign: -1 | 1): boolean {
    const { min, max } = this.#room.range(this.move, along);
    const room = sign > 0 ? max - this.move[along] : this.move[along] - min;
    return room > (along === 'zoom' ? 0.0005 : 0.05);
  }

  /** Moves as far towards the wanted place as the windows and the picture reach. */
  to(wanted: Partial<CropMove>): void {
    let move = this.move;
    this.atEnd = false;
    for (const [along, value] of Object.entries(wanted) as [Along, number][]) {
      move = this.#room.towards(move, along, value);
      if (Math.abs(move[along] - value) > 1e-9) this.atEnd = true;
    }
    this.move = move;
    this.refused = false;
  }

  /** Back to where the standard had placed it. */
  reset(): void {
    this.move = unmoved;
    this.atEnd = this.refused = false;
  }

  /** The photo made anew; null where it failed or does not pass, and the one before it stands. */
  async make(): Promise<Shot | null> {
    if (this.stage) return null;
    this.failure = null;
    this.refused = false;
    const stop = (this.#stop = new AbortController());
    const crop = movedCrop(this.from, this.move, this.standard);
    const moved = { from: this.from, by: this.move, crop };
    const { kind, before, matte } = this.#shot;
    const answer = await remake(
      this.picture,
      { kind, standard: this.standard, engine: matte?.engine ?? 'fast', crop },
      { signal: stop.signal, onStage: (stage) => (this.stage = stop.signal.aborted ? null : stage) }
    );
    this.stage = null;
    if (stop.signal.aborted) return null;
    if (!answer.ok) {
      this.failure = answer.code;
      return null;
    }
    const shot = shotOf(answer.value, kind, before, moved);
    this.refused = isWorse(shot, this.#shot);
    return this.refused ? null : shot;
  }

  cancel(): void {
    if (!this.stage) return;
    this.#stop?.abort();
    this.stage = null;
    photoCore.dispose();
  }
}

/** A photo that fails, where the one before it did not. */
const isWorse = (now: Shot, before: Shot) => verdictOf(now) === 'fail' && verdictOf(before) !== 'fail';
const verdictOf = (shot: Shot) =>
  shot.jpeg ? overallVerdict(mergedFindings(shot.source, shot.finished)) : 'fail';
