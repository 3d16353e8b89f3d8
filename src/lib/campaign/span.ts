import type { MessageKey } from '$lib/i18n/catalogue';
import type { PublicCampaign } from '$lib/api/contracts/campaign';

/** When a campaign takes photos, as message and parameters; null when it always does. */
export function spanOf(
  { opens, closes }: Pick<PublicCampaign, 'opens' | 'closes'>,
  locale: string
): { key: MessageKey; parameters: Record<string, string> } | null {
  const day = (instant: string) => new Date(instant).toLocaleDateString(locale, { dateStyle: 'medium' });
  if (opens && closes) return { key: 'campaign.span', parameters: { from: day(opens), until: day(closes) } };
  if (opens) return { key: 'campaign.from', parameters: { from: day(opens) } };
  if (closes) return { key: 'campaign.until', parameters: { until: day(closes) } };
  return null;
}
