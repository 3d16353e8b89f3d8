import type { CropMove, Placed } from '$workers/finish/move';
import type { Crop, FinishAnswer, HeadGeometry, Report } from '$workers/protocol';
import type { Registration } from '$lib/api/contracts/registration';
import type { SubmissionStatus, Taken } from '$lib/api/contracts/submission';
import type { ProblemCode } from '$lib/api/problems';
import type { Subscription } from '$lib/api/contracts/messages';
import type { PublicCampaign, TakingWay } from '$lib/api/contracts/campaign';
import type { Permit } from '$lib/api/contracts/permit';
import type { Consent } from './consent';

/** One attempt at the photo: what was measured, and the finished file when there is one. */
export interface Shot {
  kind: 'still' | 'upload';
  /** On the picture that went in. */
  source: Report;
  /** On the decoded finished file; null when nothing was finished. */
  finished: Report | null;
  /** The finished JPEG, exactly the bytes that will be sent. */
  jpeg: Uint8Array<ArrayBuffer> | null;
  /** Head measures of the finished file, in its pixels. */
  geometry: HeadGeometry | null;
  /** The picture before as a small JPEG, for comparison; stays on this device. */
  before: Uint8Array<ArrayBuffer> | null;
  /** Size of the picture that went in, and what of it became the photo, in its pixels. */
  frame: { width: number; height: number };
  crop: Crop | null;
  /** How it was cut out; absent in drafts of versions that did not tell. */
  matte?: FinishAnswer['matte'];
  /** Its crop was moved by hand: from where, by how much, and to where. Absent where it was not. */
  moved?: { from: Placed; by: CropMove; crop: Crop };
}

export interface Submission {
  /** Client-made UUID. */
  id: string;
  /** Whoever holds it may read the status. */
  key: string;
  /** Last answer of the endpoint; null while it waits to be sent. */
  status: SubmissionStatus | null;
}

/** What the campaign asks for, and how far the student is with it. */
export interface DraftFee {
  campaign: string;
  required: boolean;
  amountFen: number;
  when: 'beforeCapture' | 'beforeSubmit';
  /** Made before it is sent; the id is null until the answer is there, and when another device has paid. */
  order: { id: string | null; key: string } | null;
  paid: boolean;
}

/** Everything one student has done so far. Kept on the device, resumed after a reload. */
export interface Draft {
  mode: 'code' | 'upload' | null;
  /** The campaign the student chose by its code; null for the unit's default one. */
  campaign: PublicCampaign | null;
  consent: Consent | null;
  registration: Registration | null;
  /** The endpoint said that a photo was handed in with this code before. */
  codeUsed: boolean;
  confirmed: boolean;
  instructed: boolean;
  shot: Shot | null;
  /** How the shot was taken, for whoever reviews it; null without one, and in what older versions kept. */
  how: { way: TakingWay; taken?: Taken } | null;
  /** The student chose this shot on the check page. */
  chosen: boolean;
  /** When photos were finished, ms since 1970. */
  finishedAt: readonly number[];
  /** How many may be, as the endpoint signed it last; null while it was not asked or did not answer. */
  permit: Permit | null;
  submission: Submission | null;
  /** Null until the campaign's fee is known. */
  fee: DraftFee | null;
  /** Where the student wants to hear the outcome; empty once the endpoint knows. */
  wishes: readonly Subscription[];
  /** The rejected submission that the next one answers, and until when (ISO 8601) that is taken in. */
  replaces: { id: string; key: string; until?: string | null } | null;
  /** Why it was rejected, as message keys: what to mind this time. */
  mind: readonly string[];
  /** Why the endpoint would not have the last submission at all; null once a new one is made. */
  refusal: ProblemCode | null;
}

export const emptyDraft: Draft = {
  mode: null,
  campaign: null,
  consent: null,
  registration: null,
  codeUsed: false,
  confirmed: false,
  instructed: false,
  shot: null,
  how: null,
  chosen: false,
  finishedAt: [],
  permit: null,
  submission: null,
  fee: null,
  wishes: [],
  replaces: null,
  mind: [],
  refusal: null
};
