import {
  campaignAdminApi,
  type AllCampaigns,
  type CampaignStep,
  type KeptCampaign
} from '$lib/api/contracts/campaign-admin';
import type { Failure } from '$lib/api/request';
import { call } from '../api';
import { chosen } from '../campaign.svelte';

/** Every campaign of the unit, as admins work on them. */
class UnitCampaigns {
  all = $state.raw<AllCampaigns | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What was done last, for the page that is shown next: a key of the texts. */
  done = $state<{ what: 'created' | 'changed' | CampaignStep; code: string } | null>(null);

  get list(): KeptCampaign[] {
    return this.all?.campaigns ?? [];
  }

  find(code: string | null): KeptCampaign | undefined {
    return this.list.find(({ campaign }) => campaign.code === code);
  }

  async load(): Promise<void> {
    const answer = await call(campaignAdminApi.all, {});
    this.failure = answer.ok ? null : answer;
    if (answer.ok) this.all = answer.value;
  }

  /** A new one, or other settings of one that is there. */
  async save(settings: Record<string, unknown>, before?: KeptCampaign): Promise<boolean> {
    const answer = before
      ? await call(campaignAdminApi.change, {
          params: { code: before.campaign.code },
          body: { revision: before.revision, campaign: settings }
        })
      : await call(campaignAdminApi.create, { body: { campaign: settings } });
    this.failure = answer.ok ? null : answer;
    if (!answer.ok) return false;
    await this.#changed(before ? 'changed' : 'created', answer.value.campaign.code);
    return true;
  }

  async step({ campaign: { code }, revision }: KeptCampaign, step: CampaignStep): Promise<void> {
    const answer = await call(campaignAdminApi.step, { params: { code }, body: { revision, step } });
    this.failure = answer.ok ? null : answer;
    if (answer.ok) await this.#changed(step, code);
    else if (answer.code === 'campaign.changed') await this.load();
  }

  async #changed(what: 'created' | 'changed' | CampaignStep, code: string): Promise<void> {
    this.done = { what, code };
    // The choice of the other pages is asked for anew.
    chosen.list = [];
    await this.load();
    // What could not be read anew was done all the same.
    this.failure = null;
  }
}

export const unitCampaigns = new UnitCampaigns();
