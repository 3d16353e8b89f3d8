/**
 * A campaign: one unit's collection of photos and the policy it runs under. Shared by the client and the endpoint.
 *
 *     GET /api/v1/campaigns/{code}     `default` is the unit's default campaign
 *       200 `PublicCampaign` · problem `campaign.unknown` otherwise
 */
import * as v from 'valibot';
import { fieldIdPattern, institutionCodePattern } from '../patterns';
import type { Contract } from './contract';
import { campaignCode, instant, localText, text } from './parts';
import { bytesSchema, standardSchema } from './standard';
import { tolerant } from './tolerant';

const count = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const names = localText(128);

/** A field the student is asked for beside name and number; `class` is the one the review console groups by. */
const fieldSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(fieldIdPattern)),
  label: names,
  required: v.optional(v.boolean(), false)
});

/**
 * Ways of taking the photo: the camera in the page by oneself; the camera at the back, held by a helper; the device's own
 * camera programme; a studio's file; a kiosk.
 */
export const takingWays = ['guided', 'helper', 'phone', 'file', 'kiosk'] as const;
export type TakingWay = (typeof takingWays)[number];

export const campaignSchema = v.strictObject({
  /** 特征码: what a student types or scans to choose the campaign. */
  code: campaignCode,
  name: names,
  /** What students read first, under the name. */
  intro: v.optional(localText(500)),
  institution: v.strictObject({ code: v.pipe(v.string(), v.regex(institutionCodePattern)), name: text(128) }),
  /** Takes students of other institutions too. */
  anyInstitution: v.optional(v.boolean(), false),
  /** Id of a photo standard, or a whole one of the unit's own. */
  standard: v.union([text(64), standardSchema]),
  /** One of the standard's backgrounds; its first where left out. */
  background: v.optional(text(32)),
  /** How the photo may be taken; every way where left out. */
  ways: v.optional(
    v.pipe(
      v.array(v.picklist(takingWays)),
      v.minLength(1),
      v.check((given) => new Set(given).size === given.length, 'a way is there twice')
    ),
    [...takingWays]
  ),
  /** Minutes that a picture of the device's own camera may be old. */
  phoneMinutes: v.optional(count(1, 24 * 60), 10),
  fields: v.optional(
    v.pipe(
      v.array(fieldSchema),
      v.maxLength(12),
      v.check((given) => new Set(given.map(({ id }) => id)).size === given.length, 'an id is there twice')
    ),
    []
  ),
  /** ISO 8601; open without end where left out. */
  opens: v.optional(instant),
  closes: v.optional(instant),
  /** Standardisations (crop and background) a day; after the last the student waits `coolDownHours`. */
  standardisationsPerDay: v.optional(count(1, 1000), 3),
  coolDownHours: v.optional(count(0, 24 * 14), 24),
  /** New photos free of charge after a rejection. */
  retakes: v.optional(count(0, 20), 2),
  /** Days after a rejection within which the new photo is to be sent; while the campaign is open where left out. */
  retakeDays: v.optional(count(1, 365)),
  /** Bytes of the finished file, instead of the standard's own window. */
  bytes: v.optional(bytesSchema),
  /** Amount in fen. */
  payment: v.optional(
    v.strictObject({
      required: v.boolean(),
      amountFen: count(0, 1_000_000),
      when: v.picklist(['beforeCapture', 'beforeSubmit'])
    }),
    { required: false, amountFen: 0, when: 'beforeSubmit' }
  ),
  contact: v.optional(
    v.strictObject({
      phones: v.optional(v.pipe(v.array(text(32)), v.maxLength(5)), []),
      qq: v.optional(v.pipe(v.array(text(16)), v.maxLength(5)), []),
      hours: v.optional(names),
      text: v.optional(names)
    }),
    {}
  ),
  /** What the unit adds to the notice before consent. */
  notice: v.optional(localText(2000)),
  /** Days after which a submission and its photo are deleted. */
  retentionDays: v.optional(count(1, 3650), 365),
  /** Working days within which a photo is usually reviewed. */
  reviewDays: v.optional(count(1, 60), 3),
  limits: v.optional(
    v.strictObject({
      /** Submissions of one student number in 24 hours. */
      perStudent: v.optional(count(1, 10_000), 50)
    }),
    {}
  ),
  review: v.optional(
    v.strictObject({
      /** Minutes after which a reviewer's claim on a photo ends by itself. */
      claimMinutes: v.optional(count(1, 24 * 60), 15),
      undoSeconds: v.optional(count(0, 60), 10)
    }),
    {}
  )
});

/** As stored; every default filled in. */
export type Campaign = v.InferOutput<typeof campaignSchema>;
/** As written in a configuration file. */
export type CampaignInput = v.InferInput<typeof campaignSchema>;

/** What students may know of it. */
export const publicCampaignSchema = v.omit(campaignSchema, ['limits', 'review']);
export type PublicCampaign = v.InferOutput<typeof publicCampaignSchema>;

export const campaignApi = {
  find: {
    method: 'GET',
    path: '/api/v1/campaigns/{code}',
    answer: tolerant(publicCampaignSchema),
    timeoutMs: 10_000
  }
} as const satisfies Record<string, Contract>;

/** Whether it takes submissions at `now`. */
export function isOpen({ opens, closes }: Pick<Campaign, 'opens' | 'closes'>, now = new Date()): boolean {
  return !(opens && now < new Date(opens)) && !(closes && now >= new Date(closes));
}

/** What of a campaign anybody may read: neither its limits nor how it is reviewed. */
export function publicPart(campaign: Campaign): PublicCampaign {
  const { limits, review, ...rest } = campaign;
  void [limits, review];
  return rest;
}
