import { faultOfLayout, layouts } from '$lib/api/export-layout';
import { Refusal } from '../../http/problem';
import type { Wanted } from '../../store/exportable';

/** What an address asks to be exported: `class`, `fresh` and `layout`, each of which may be left out. */
export interface Asked {
  wanted: Omit<Wanted, 'campaign'>;
  layout: string;
}

/** @throws Refusal `export.layout`, `request.malformed` */
export function askedIn({ searchParams }: URL): Asked {
  const layout = searchParams.get('layout') ?? layouts.institution;
  if (faultOfLayout(layout)) throw new Refusal('export.layout');
  const className = searchParams.get('class');
  if (className !== null && (className.length > 128 || className.includes('\0')))
    throw new Refusal('request.malformed');
  const fresh = searchParams.get('fresh') === '1';
  return { wanted: { ...(className !== null && { class: className }), fresh }, layout };
}
