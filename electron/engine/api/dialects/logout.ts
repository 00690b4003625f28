import { blacklistRefresh, type TokenFault } from '../../people/index.ts';
import { open } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { detail, familyFailure, texts } from './drf-errors.ts';
import { nullable, optional, textField } from './drf-fields.ts';

const fields = { refresh: optional(nullable(textField({ allowBlank: true }))) };

/** 001's logout and its alias in 000: fine for everybody; a refresh token that comes along is ended for good. */
export function logoutRoute(path: string): AnyDialectRoute {
  return dialectRoute({
    method: 'POST',
    path,
    family: 'accounts',
    name: 'Logout',
    summary: 'Ends the refresh token that comes along; access tokens stay good until they expire.',
    auth: open,
    fields,
    success: { status: 200, example: { detail: 'Successfully logged out.' } },
    handle: async (context, { values }) => {
      const done = () => detail('Successfully logged out.', 200);
      const { refresh } = values;
      if (refresh === undefined || refresh === null || refresh === '') return done();
      const ended = await blacklistRefresh(context, refresh);
      if (ended.ok) return done();
      return typeof ended.failure === 'string'
        ? detail(refusalText(ended.failure), 401)
        : familyFailure('accounts', ended.failure);
    },
  });
}

function refusalText(fault: TokenFault): string {
  switch (fault) {
    case 'token-wrong-type':
      return 'Token has wrong type';
    case 'token-blacklisted':
      return 'Token is blacklisted';
    case 'user-inactive':
      return texts.noAccountForToken;
    default:
      return texts.tokenInvalid;
  }
}
