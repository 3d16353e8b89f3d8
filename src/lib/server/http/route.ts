import { isRedirect, type RequestEvent, type RequestHandler } from '@sveltejs/kit';
import { subjectHeader } from '$lib/api/contracts/permit';
import type { StaffSession } from '$lib/api/contracts/staff';
import type { Access, StaffAccess } from '../access/access';
import { staffOf } from '../access/guard';
import { log } from '../log';
import { services, type Services } from '../services';
import { readStudent } from '../signin/cookies';
import { readKey } from '../submission/key';
import { addressOf } from './address';
import { readBody, type BodyReader } from './body';
import { floodLimits } from './limits';
import { problemResponse, Refusal } from './problem';

/** What an endpoint declares; `route` holds every request against it before its work begins. */
export interface RouteSpec<A extends Access, Body> {
  /** Who may call it. */
  access: A;
  /**
   * `share`: as its sender may, and as its network's share allows; `anybody`: it leaves something behind for whoever
   * asks, so its network's requests are counted; `none`: signed-in staff, and what machines ask.
   */
  limit: 'share' | 'anybody' | 'none';
  /** How its body is read; none is read where left out. */
  body?: BodyReader<Body>;
  /** Statuses of its answers, beside problems. */
  answers: readonly number[];
}

/** What an endpoint's work is given. */
export interface Call<A extends Access, Body> {
  event: RequestEvent;
  request: Request;
  url: URL;
  params: Readonly<Record<'code' | 'driver' | 'id' | 'provider' | 'step', string>>;
  address: string;
  services: () => Promise<Services>;
  body: Body;
  /** The bearer's key. */
  key: A extends 'key' ? string : null;
  staff: A extends StaffAccess ? StaffSession : null;
}

type Declared<A extends Access, Body> = RequestHandler & { spec: RouteSpec<A, Body> };

/**
 * An endpoint: limit, access, body, work, in that order; a refusal becomes its problem (RFC 9457), anything else
 * `server.unavailable`, and is in the log.
 */
export function route<A extends Access, Body = undefined>(
  spec: RouteSpec<A, Body>,
  work: (call: Call<A, Body>) => Promise<Response> | Response
): Declared<A, Body> {
  const handler = async (event: RequestEvent) => {
    event.locals.declared = true;
    try {
      return await answer(event, spec, work);
    } catch (error) {
      if (isRedirect(error)) throw error;
      if (error instanceof Refusal) return problemResponse(error.code, error.found);
      log.error('request.failed', error);
      return problemResponse('server.unavailable');
    }
  };
  return Object.assign(handler, { spec });
}

async function answer<A extends Access, Body>(
  event: RequestEvent,
  { access, limit, body: reader, answers }: RouteSpec<A, Body>,
  work: (call: Call<A, Body>) => Promise<Response> | Response
): Promise<Response> {
  const { request, url } = event;
  const address = addressOf(event);
  const flood = floodLimits();
  if (limit === 'anybody') flood.anybody(address);
  const bearer = limit === 'share' ? bearerOf(event) : undefined;
  if (bearer !== undefined) flood.own(address, bearer);
  const staffAccess = isStaffAccess(access) ? access : null;
  const isStaff = staffAccess !== null;
  const staff = staffAccess ? await staffOf(event, staffAccess, async () => (await services()).staff) : null;
  const key = access === 'key' ? readKey(request) : null;
  const pool = isStaff || limit === 'none' ? 'console' : 'students';
  const bytes = reader && (await readBody(request, address, reader.maxBytes, pool));
  const turn = limit === 'none' ? null : await flood.turn(address);
  let status = 500;
  try {
    const call = {
      event,
      request,
      url,
      params: event.params,
      address,
      services,
      body: bytes && reader.parse(bytes),
      key,
      staff
    } as unknown as Call<A, Body>;
    const response = await work(call);
    status = response.status;
    if (!answers.includes(status) && status < 400) log.error('answer.undeclared', undefined, { status });
    return response;
  } catch (error) {
    if (error instanceof Refusal) status = problemResponse(error.code).status;
    // Whoever tries ids and keys learns no more which are there.
    if (turn?.spent && (status === 401 || status === 404)) throw new Refusal('request.tooMany');
    throw error;
  } finally {
    turn?.end(status);
  }
}

const isStaffAccess = (access: Access): access is StaffAccess =>
  access === 'staff' || access === 'reviewer' || access === 'admin';

/** By what a sender is told from others behind the same address. */
const bearerOf = ({ request, cookies, url }: RequestEvent): string | undefined =>
  request.headers.get('authorization') ??
  readStudent(cookies, url, 'session') ??
  request.headers.get(subjectHeader) ??
  undefined;
