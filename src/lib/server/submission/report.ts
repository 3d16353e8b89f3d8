import type * as v from 'valibot';
import type { Campaign } from '$lib/submission/campaign';
import type { reportSchema } from '$lib/submission/contract';
import { findStandard } from '$workers/standard/catalogue';
import type { PhotoStandard } from '$workers/standard/standard';
import { Refusal } from '../http/problem';

/**
 * The campaign's standard, with its own byte window where it has one, when the report is of that standard.
 *
 * @throws Refusal `report.invalid`
 */
export function checkReport(report: v.InferOutput<typeof reportSchema>, campaign: Campaign): PhotoStandard {
  const standard = findStandard(report.standard);
  if (!standard || standard.id !== campaign.standard) throw new Refusal('report.invalid');
  return { ...standard, bytes: campaign.bytes ?? standard.bytes };
}
