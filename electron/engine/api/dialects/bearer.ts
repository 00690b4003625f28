import type { EngineContext } from '../../context.ts';
import {
  findDevice,
  isAtTheTill,
  isDeviceKey,
  readAccess,
  readCustomerToken,
  verifyAccessToken,
  type CallingAccount,
  type TokenFault,
} from '../../people/index.ts';
import type { Door } from '../door.ts';
import { answer, bearerNotValid, forbidden, texts, tokenNotValid, unauthenticated } from './drf-errors.ts';

/** Who calls: an account, a customer with a token of 002, an enrolled device, or somebody without a login. */
export type Caller =
  | { kind: 'nobody' }
  | ({ kind: 'account' } & CallingAccount)
  | ({ kind: 'customer' } & CallingAccount)
  | { kind: 'device'; deviceId: string; name: string };
export type AccountCaller = Extract<Caller, { kind: 'account' }>;
export type CustomerCaller = Extract<Caller, { kind: 'customer' }>;

export type From = { door: Door; isForeignPage: boolean };

/** How a route finds out who calls: the caller, or the answer to those whom it does not let in. */
export type Auth<Who extends Caller = Caller> = {
  /** For the API page. */
  says: string;
  needsToken: boolean;
  identify(context: EngineContext, request: Request, from: From): Who | Response | Promise<Who | Response>;
};

const nobody = { kind: 'nobody' } as const;

/** Views without authenticators: SimpleJWT's own, and the logins of 002. A header is not even looked at. */
export const ignored: Auth<{ kind: 'nobody' }> = {
  says: 'Open; an Authorization header is ignored.',
  needsToken: false,
  identify: () => nobody,
};

/** Open to all, but a bearer token that comes along must be good. */
export const open: Auth<{ kind: 'nobody' } | AccountCaller> = {
  says: 'Open, but an invalid bearer token is refused.',
  needsToken: false,
  identify: (context, request) => bearerOf(context, request) ?? nobody,
};

/** An account's access token, in the header alone: a token in an address would be in every log (RFC 6750, 2.3). */
export const bearer: Auth<AccountCaller> = {
  says: 'Needs an access token.',
  needsToken: true,
  identify: (context, request) => bearerOf(context, request) ?? unauthenticated(texts.noCredentials),
};

/** An access token of staff or an admin. */
export const staffBearer: Auth<AccountCaller> = {
  says: 'Needs an access token of staff or an admin.',
  needsToken: true,
  async identify(context, request, from) {
    const caller = await bearer.identify(context, request, from);
    return caller instanceof Response || caller.role !== 'customer' ? caller : forbidden();
  },
};

/** A token of 002, read as its original did: the word after `Bearer ` and one space. */
export const customerBearer: Auth<CustomerCaller> = {
  says: 'Needs a customer’s token of 002.',
  needsToken: true,
  async identify(context, request) {
    const token = secondWord(request);
    if (token === undefined) return ramyeonTokenMissing();
    const read = await readCustomerToken(context, token);
    return read.ok ? { kind: 'customer', ...read.value } : ramyeonTokenInvalid();
  },
};

/**
 * The counter routes of 002: a token of staff or an admin, or the key of an enrolled device. With the setting
 * `api.openAccess`, callers on this computer need none and may be customers; never so a page of a foreign origin, which
 * any browser on this computer may have open.
 */
export const counter: Auth = {
  says: 'Needs an access token of staff or an admin, or the key of a device.',
  needsToken: true,
  async identify(context, request, from) {
    const token = secondWord(request);
    const caller = token === undefined ? null : await counterCallerOf(context, token);
    if (caller?.kind === 'device' || (caller?.kind === 'account' && caller.role !== 'customer'))
      return caller;
    if (hasOpenAccess(context, from)) return caller ?? nobody;
    if (caller !== null) return answer({ error: 'Staff access is required' }, 403);
    return token === undefined ? ramyeonTokenMissing() : ramyeonTokenInvalid();
  },
};

/** Whether `api.openAccess` counts for this caller: on this computer, and not from a page of a foreign origin. */
export function hasOpenAccess(context: EngineContext, { door, isForeignPage }: From): boolean {
  return context.settings().api.openAccess && isAtTheTill(door.remoteAddress) && !isForeignPage;
}

function ramyeonTokenMissing(): Response {
  return answer({ error: 'Authentication token is missing' }, 401);
}

function ramyeonTokenInvalid(): Response {
  return answer({ error: 'Invalid or expired token' }, 401);
}

/** Undefined where there is no bearer header: another scheme, or `bearer` in small letters, counts as none. */
function bearerOf(
  context: EngineContext,
  request: Request,
): Promise<AccountCaller | Response> | Response | undefined {
  const header = request.headers.get('authorization');
  if (header === null) return undefined;
  const [scheme, token, ...rest] = header.trim().split(/\s+/);
  if (scheme !== 'Bearer') return undefined;
  if (token === undefined || rest.length > 0) {
    return unauthenticated('Authorization header must contain two space-delimited values', {
      code: 'bad_authorization_header',
    });
  }
  return accountOf(context, token);
}

async function accountOf(context: EngineContext, token: string): Promise<AccountCaller | Response> {
  const read = await readAccess(context, token);
  return read.ok ? { kind: 'account', ...read.value } : bearerRefusal(read.failure);
}

function bearerRefusal(fault: TokenFault): Response {
  switch (fault) {
    case 'token-wrong-type':
      return bearerNotValid('Token has wrong type');
    case 'token-without-type':
      return bearerNotValid('Token has no type');
    case 'token-without-user':
      return tokenNotValid('Token contained no recognizable user identification');
    case 'user-unknown':
      return unauthenticated('User not found', { code: 'user_not_found' });
    case 'user-inactive':
      return unauthenticated('User is inactive', { code: 'user_inactive' });
    default:
      return bearerNotValid();
  }
}

function secondWord(request: Request): string | undefined {
  const header = request.headers.get('authorization');
  if (header === null || !header.startsWith('Bearer ')) return undefined;
  const token = header.split(' ')[1];
  return token === '' ? undefined : token;
}

async function counterCallerOf(context: EngineContext, token: string): Promise<Caller | null> {
  if (isDeviceKey(token)) {
    const device = findDevice(context, token);
    return device === null ? null : { kind: 'device', deviceId: device.id, name: device.name };
  }
  const account = await readAccess(context, token);
  if (account.ok) return { kind: 'account', ...account.value };
  if (account.failure === 'token-wrong-type') {
    const customer = await readCustomerToken(context, token);
    return customer.ok ? { kind: 'customer', ...customer.value } : null;
  }
  const actor = await verifyAccessToken(context, token);
  if (actor === null) return null;
  const { accountId, accountRowId, sessionId, username, role } = actor;
  return { kind: 'account', accountId, accountRowId, sessionId, username, role, customerRowId: null };
}
