/**
 * What admins do with campaigns, shared by the console and the endpoint.
 *
 *     GET   /api/v1/staff/campaigns/settings          every campaign with all of its settings
 *     POST  /api/v1/staff/campaigns/settings          a new one: settings as in the configuration's file
 *     PUT   /api/v1/staff/campaigns/settings/{code}   other settings
 *     PATCH /api/v1/staff/campaigns/settings/{code}   closes, opens again, puts away, brings back, makes it the first
 *       problems `campaign.…`; `revision` is the one the page has seen
 */
import * as v from 'valibot';
import { campaignSchema } from './campaign';
import type { Contract } from './contract';

const revision = v.pipe(v.number(), v.integer(), v.minValue(1));
const steps = ['close', 'reopen', 'archive', 'restore', 'first'] as const;
export type CampaignStep = (typeof steps)[number];

/** Largest body: texts in every language, and a standard. */
export const maxCampaignBytes = 256 * 1024;

const settings = v.record(v.string(), v.unknown());
export const newCampaignSchema = v.strictObject({ campaign: settings });
export const changedCampaignSchema = v.strictObject({ revision, campaign: settings });
export const campaignStepSchema = v.strictObject({ revision, step: v.picklist(steps) });

const keptSchema = v.object({
  campaign: campaignSchema,
  revision: v.number(),
  first: v.boolean(),
  archived: v.boolean(),
  changedAt: v.string()
});
export type KeptCampaign = v.InferOutput<typeof keptSchema>;

const allSchema = v.object({
  /** Set by the configuration's file: nothing is changed here. */
  fixed: v.boolean(),
  /** Somebody takes fees. */
  takesFees: v.boolean(),
  campaigns: v.array(keptSchema)
});
export type AllCampaigns = v.InferOutput<typeof allSchema>;

const path = '/api/v1/staff/campaigns/settings';
const one = `${path}/{code}` as const;

export const campaignAdminApi = {
  all: { method: 'GET', path, answer: allSchema },
  create: { method: 'POST', path, body: newCampaignSchema, answer: keptSchema },
  change: { method: 'PUT', path: one, body: changedCampaignSchema, answer: keptSchema },
  step: { method: 'PATCH', path: one, body: campaignStepSchema, answer: keptSchema }
} as const satisfies Record<string, Contract>;
