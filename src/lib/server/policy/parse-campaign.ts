import { readFile } from 'node:fs/promises';
import type { Campaign } from '$lib/api/contracts/campaign';
import { checkCampaign } from '$lib/api/contracts/campaign-check';
import { ConfigError } from '../config-error';

/** One campaign, checked against the standards too. @throws ConfigError that names the place and what is wrong there */
export function parseCampaign(input: unknown, place = 'campaign'): Campaign {
  const { campaign, faults } = checkCampaign(input);
  if (campaign) return campaign;
  const [{ path, message }] = faults;
  throw new ConfigError(`${place}${path ? `.${path}` : ''}: ${message}`);
}

/**
 * Campaigns with a fee need somebody who takes it.
 *
 * @param providers how many payment providers are configured
 * @throws ConfigError that names the campaign
 */
export function requireProviders(campaigns: readonly Campaign[], providers: number): void {
  const fee = campaigns.find(({ payment }) => payment.required);
  if (fee && providers === 0)
    throw new ConfigError(
      `campaign “${fee.code}” requires a payment, but no payment provider is configured: ` +
        'configure one, or set payment.required to false'
    );
}

/**
 * Campaigns of a JSON file: an array, the first is the default.
 *
 * @throws ConfigError
 */
export async function parseCampaignFile(path: string): Promise<Campaign[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`campaigns file ${path}: ${(error as Error).message}`);
  }
  if (!Array.isArray(content) || content.length === 0)
    throw new ConfigError(`campaigns file ${path}: a list of at least one campaign is needed`);
  const campaigns = content.map((one, index) => parseCampaign(one, `campaigns[${index}]`));
  const codes = campaigns.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) throw new ConfigError(`campaigns file ${path}: the code “${twice}” is there twice`);
  return campaigns;
}
