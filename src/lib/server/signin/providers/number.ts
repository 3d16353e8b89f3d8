import { studentNumberPattern } from '$lib/api/patterns';

/** What a campus tells as a student number, where it is one. */
export const numberOf = (told: unknown): { studentNumber?: string } =>
  typeof told === 'string' && studentNumberPattern.test(told) ? { studentNumber: told } : {};
