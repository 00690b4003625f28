import type { EngineContext } from '../../context.ts';
import {
  blacklistRefresh,
  checkCredentials,
  openTokenSession,
  refreshAccess,
  signTokenPair,
  type AttemptFrom,
  type Login,
  type TokenFault,
} from '../../people/index.ts';
import { ignored } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { answer, familyFailure, texts, tokenNotValid, unauthenticated } from './drf-errors.ts';
import { textField } from './drf-fields.ts';
import type { Family } from './families.ts';
import type { Door } from '../door.ts';

const pairExample = { refresh: 'eyJ…', access: 'eyJ…' };
const refreshFields = { refresh: textField() };

/** Where the password that a dialect's client gives comes from. */
export function fromWeb({ remoteAddress }: Door): AttemptFrom {
  return { remoteAddress, through: 'web' };
}

/** Signs in and answers a pair of tokens; `refused` is what wrong credentials get. */
export async function answerLogin(
  context: EngineContext,
  login: Login,
  { family, door, refused }: { family: Family; door: Door; refused: () => Response },
): Promise<Response> {
  const signedIn = await checkCredentials(context, login, fromWeb(door), (tx, account) =>
    openTokenSession(context, tx, account),
  );
  if (signedIn.ok) return answer(await signTokenPair(context, signedIn.value));
  return signedIn.failure.code === 'sign-in-failed' ? refused() : familyFailure(family, signedIn.failure);
}

/** SimpleJWT's view of a new pair, below a path such as `/api/token/`. */
export function tokenRoute(family: Family, path: string): AnyDialectRoute {
  return dialectRoute({
    method: 'POST',
    path,
    family,
    name: 'Token Obtain Pair',
    summary: 'Signs in by user name and password; answers a refresh and an access token.',
    auth: ignored,
    fields: { username: textField(), password: textField() },
    success: { status: 200, example: pairExample },
    handle: (context, { values, door }) =>
      answerLogin(
        context,
        { by: 'username', login: values.username, password: values.password },
        {
          family,
          door,
          // Readers of the documents of 000 and 001 look for `error`, those of SimpleJWT for `detail`.
          refused: () =>
            unauthenticated(texts.noAccount, family === 'accounts' ? { error: 'Invalid credentials' } : {}),
        },
      ),
  });
}

/** SimpleJWT's view that takes a refresh token for an access token. */
export function tokenRefreshRoute(family: Family, path: string): AnyDialectRoute {
  return dialectRoute({
    method: 'POST',
    path,
    family,
    name: 'Token Refresh',
    summary: 'A new access token for a refresh token, which stays good (no rotation).',
    auth: ignored,
    fields: refreshFields,
    success: { status: 200, example: { access: 'eyJ…' } },
    handle: async (context, { values }) => {
      const access = await refreshAccess(context, values.refresh);
      return access.ok ? answer({ access: access.value }) : refreshRefusal(access.failure);
    },
  });
}

/** SimpleJWT's view that ends a refresh token for good. */
export function tokenBlacklistRoute(family: Family, path: string): AnyDialectRoute {
  return dialectRoute({
    method: 'POST',
    path,
    family,
    name: 'Token Blacklist',
    summary: 'Ends a refresh token; access tokens that it brought stay good until they expire.',
    auth: ignored,
    fields: refreshFields,
    success: { status: 200, example: {} },
    handle: async (context, { values }) => {
      const ended = await blacklistRefresh(context, values.refresh);
      if (ended.ok) return answer({});
      return typeof ended.failure === 'string'
        ? refreshRefusal(ended.failure)
        : familyFailure(family, ended.failure);
    },
  });
}

/** What is wrong with a refresh token, in the words of SimpleJWT. */
export function refreshRefusal(fault: TokenFault): Response {
  switch (fault) {
    case 'token-wrong-type':
      return tokenNotValid('Token has wrong type');
    case 'token-without-type':
      return tokenNotValid('Token has no type');
    case 'token-blacklisted':
      return tokenNotValid('Token is blacklisted');
    case 'user-inactive':
    case 'user-unknown':
      return unauthenticated(texts.noAccountForToken);
    default:
      return tokenNotValid();
  }
}
