import { call } from './api';
import { reviewApi, type StaffCampaign, type Summary } from '$lib/api/contracts/staff';

/** Which campaign is worked on, and what waits in it; chosen once for every page of the console. */
class ChosenCampaign {
  list = $state.raw<StaffCampaign[]>([]);
  code = $state('');
  summary = $state.raw<Summary | null>(null);
  problem = $state<string | null>(null);

  async load(): Promise<void> {
    if (!this.list.length) {
      const answer = await call(reviewApi.campaigns, {});
      this.problem = answer.ok ? null : answer.code;
      if (!answer.ok) return;
      this.list = answer.value;
      this.code ||= this.list[0]?.code ?? '';
    }
    await this.count();
  }

  async choose(code: string): Promise<void> {
    this.code = code;
    this.summary = null;
    await this.count();
  }

  async count(): Promise<void> {
    const answer = await call(reviewApi.summary, { params: { campaign: this.code } });
    this.problem = answer.ok ? null : answer.code;
    if (answer.ok) this.summary = answer.value;
  }
}

export const chosen = new ChosenCampaign();
