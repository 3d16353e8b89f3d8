import { guard } from '$lib/app/guard';

export const load = guard;
