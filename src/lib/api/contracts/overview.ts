/** How far a campaign has come; see `staff.ts` for who may ask. */
import * as v from 'valibot';
import type { Contract } from './contract';
import { campaignCode } from './parts';

const overviewSchema = v.object({
  /** Students on the unit's list; 0: there is none, and `classes` counts what was sent. */
  listed: v.number(),
  /** By how far they have come; a class is '' where there is none. */
  classes: v.array(
    v.object({
      name: v.string(),
      none: v.number(),
      received: v.number(),
      inReview: v.number(),
      rejected: v.number(),
      approved: v.number()
    })
  ),
  /** The campaign has ended: who is not approved is late. */
  closed: v.boolean(),
  /** Today last: what came, and what was decided. */
  days: v.array(
    v.object({ day: v.string(), received: v.number(), approved: v.number(), rejected: v.number() })
  ),
  /** Why photos stand rejected: what reviewers gave, and which rules had warned. */
  reasons: v.array(v.object({ id: v.string(), count: v.number() })),
  rules: v.array(v.object({ id: v.string(), count: v.number() })),
  /** From arrival to verdict, of the last verdicts; null before the first. */
  review: v.nullable(v.object({ verdicts: v.number(), medianMinutes: v.number(), p90Minutes: v.number() })),
  today: v.object({
    received: v.number(),
    decided: v.number(),
    waiting: v.number(),
    /** When what waits longest arrived, ISO 8601. */
    oldest: v.nullable(v.string())
  })
});
export type Overview = v.InferOutput<typeof overviewSchema>;

/** Whom to remind: everybody of the campaign who has no photo that stands and wanted to be. */
export const remindSchema = v.strictObject({ campaign: campaignCode });
const remindedSchema = v.object({
  /** Students who are, or were now, to be reminded. */
  students: v.number()
});

export const overviewApi = {
  /** `zone`: minutes by which the reader's clock is ahead of UTC. */
  overview: {
    method: 'GET',
    path: '/api/v1/staff/overview?campaign={campaign}&zone={zone}',
    answer: overviewSchema
  },
  /** How many students a reminder would go to now; at most one a day goes to each. */
  remindable: {
    method: 'GET',
    path: '/api/v1/staff/reminders?campaign={campaign}',
    answer: remindedSchema
  },
  remind: {
    method: 'POST',
    path: '/api/v1/staff/reminders',
    body: remindSchema,
    answer: remindedSchema
  }
} as const satisfies Record<string, Contract>;
