import type { AuditPage } from '$lib/api/contracts/admin';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { latestActs } from '$lib/server/store/staff-audit';

const pageSize = 100;

export const GET = route({ access: 'admin', limit: 'none', answers: [200] }, async ({ url, services }) => {
  const given = url.searchParams.get('before');
  const before = given === null ? null : Number(given);
  if (before !== null && !Number.isSafeInteger(before)) throw new Refusal('request.malformed');
  const { db } = await services();
  const entries = await latestActs(db, pageSize + 1, before);
  const shown = entries.slice(0, pageSize);
  const page: AuditPage = {
    entries: shown,
    next: entries.length > pageSize ? shown.at(-1)!.sequence : null
  };
  return json(page, 200);
});
