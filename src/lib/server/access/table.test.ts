import { expect, it } from 'vitest';
import { access, accessOf } from './table';
import { routesIn } from '../testing/routes';

const routes = routesIn('src/routes').filter(({ id }) => /^\/(api|review|sign-in)(\/|$)/.test(id));

it('names every endpoint and every page of the console, and nothing else', () => {
  expect(routes.length).toBeGreaterThan(5);
  const found = Object.fromEntries(routes.map(({ id, methods }) => [id, [...methods].sort()]));
  const named = Object.fromEntries(
    Object.entries(access).map(([id, methods]) => [id, Object.keys(methods).sort()])
  );
  expect(named).toEqual(found);
});

it('refuses what it does not name, where the staff is', () => {
  expect(accessOf('/review/secret', 'GET')).toBeNull();
  expect(accessOf('/api/v1/staff/session', 'PUT')).toBeNull();
  expect(accessOf('/review', 'HEAD')).toBe('reviewer');
  expect(accessOf('/status', 'GET')).toBe('anyone');
});
