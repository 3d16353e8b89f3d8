import type { AuditPage } from '$lib/api/contracts/admin';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { latestActs } from '$lib/server/staff/audit';
import type { RequestHandler } from './$types';

const pageSize = 100;

export const GET: RequestHandler = ({ url }) =>
  answered(async () => {
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
