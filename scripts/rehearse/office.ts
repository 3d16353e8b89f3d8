import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { request } from 'playwright';
import { csrfHeader, type StaffSession } from '../../src/lib/api/contracts/staff';
import { sampleCampaign } from '../../src/lib/server/policy/sample';

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The console as an admin's browser asks it, signed in. @throws where an answer is no success */
export async function office(url: string, who: { name: string; password: string }) {
  // Its certificate is signed by nobody.
  const http = await request.newContext({ baseURL: url, ignoreHTTPSErrors: true });
  let headers: Record<string, string> = { origin: url };
  const checked = async (answering: ReturnType<typeof http.get>) => {
    const answer = await answering;
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
    return answer;
  };
  const post = async <T>(what: string, data: object) =>
    (await (await checked(http.post(`/api/v1/staff/${what}`, { data, headers }))).json()) as T;
  const { csrf } = await post<StaffSession>('session', who);
  headers = { ...headers, [csrfHeader]: csrf };
  return {
    /** One whose verdicts are final at once. */
    makeCampaign: (code: string) =>
      post('campaigns/settings', {
        campaign: { ...sampleCampaign, code, review: { claimMinutes: 10, undoSeconds: 0 } }
      }),
    /** Approves what waits, and answers how many. */
    async approveAll(campaign: string): Promise<number> {
      const claimed = await post<{ id: string }[]>('claims', { campaign, limit: 6 });
      const verdicts = claimed.map(({ id }) => ({ id, to: 'approved' }));
      return verdicts.length && (await post<{ done: string[] }>('verdicts', { verdicts })).done.length;
    },
    /** Of each approved photo, the SHA-256 of its file. */
    async exported(campaign: string): Promise<string[]> {
      const answer = await checked(http.get(`/api/v1/staff/export?campaign=${campaign}`, { headers }));
      const files = Object.entries(unzipSync(await answer.body()));
      return files.filter(([name]) => name.endsWith('.jpg')).map(([, bytes]) => sha256(bytes));
    }
  };
}
