import type { Role } from '../../../../shared/domain/permissions.ts';
import { failure } from '../../../../shared/api/failures.ts';
import { fail, ok } from '../../../../shared/domain/result.ts';
import type { EngineContext } from '../../context.ts';
import { checkUnique, listLogins, registerPerson, type RegisterOptions } from '../../people/index.ts';
import { hasNoAdmin } from '../../setup/index.ts';
import { hasOpenAccess, open, staffBearer, type Caller, type From } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { answer, familyFailure, fieldErrors, forbidden, texts } from './drf-errors.ts';
import { choiceField, emailField, optional, textField } from './drf-fields.ts';
import { usernameField } from './person-fields.ts';
import { tokenBlacklistRoute, tokenRefreshRoute, tokenRoute } from './token-views.ts';

const unique = { usernames: 'exact' } as const;
const fields = {
  username: usernameField(),
  email: emailField(),
  password: textField({ maximum: 128 }),
  role: optional(choiceField(['customer', 'admin', 'staff'] satisfies Role[])),
};
const example = { id: 1, username: 'maria', email: 'maria@example.com', role: 'customer' };

const registerRoute = dialectRoute({
  method: 'POST',
  path: '/auth/register/',
  family: 'roles',
  name: 'Register',
  summary:
    'Registers an account; staff and admins by an admin only, but for the first admin of a fresh till.',
  auth: open,
  fields,
  alsoCheck: (context, { username, role = 'customer' }) =>
    username === undefined || checkUnique(context.read, { username, role }, unique).ok
      ? {}
      : { username: [texts.usernameTaken] },
  success: { status: 201, example },
  handle: async (context, { values, caller, door, isForeignPage }) => {
    const { username, email, password, role = 'customer' } = values;
    const allowed = whoMayMake(context, role, caller, { door, isForeignPage });
    if (allowed === null) return forbidden();
    const nothing = { firstName: '', lastName: '', phone: '', address: '', birthday: null };
    const registered = await registerPerson(
      context,
      { ...nothing, username, email, password, role },
      { unique, remoteAddress: door.remoteAddress, ...allowed },
    );
    if (registered.ok) {
      const { account } = registered.value;
      return answer({ id: account.row_id, username: account.username, email, role }, 201);
    }
    const { code } = registered.failure;
    if (code === 'not-allowed') return forbidden();
    if (code === 'username-taken') return fieldErrors({ username: [texts.usernameTaken] });
    return familyFailure('roles', registered.failure);
  },
});

/**
 * Customers register themselves; staff and admins are made by an admin. A till without any admin takes the first who
 * comes, but not from a page of a foreign origin. Null: not allowed.
 */
function whoMayMake(
  context: EngineContext,
  role: Role,
  caller: Caller,
  from: From,
): Pick<RegisterOptions, 'actorId' | 'allowed'> | null {
  if (caller.kind === 'account' && caller.role === 'admin') return { actorId: caller.accountId };
  if (role === 'customer' || hasOpenAccess(context, from)) return {};
  if (role !== 'admin' || from.isForeignPage || !hasNoAdmin(context.read)) return null;
  // Two may come at once: the first is an admin then.
  return { allowed: (db) => (hasNoAdmin(db) ? ok(undefined) : fail(failure('not-allowed'))) };
}

const viewAccountsRoute = dialectRoute({
  method: 'GET',
  path: '/auth/view-accounts/',
  family: 'roles',
  name: 'View Accounts',
  summary: 'Every account with its role',
  auth: staffBearer,
  success: { status: 200, example: [example] },
  handle: (context) =>
    answer(
      listLogins(context.read).map(({ row_id, username, email, role }) => ({
        id: row_id,
        username,
        email,
        role,
      })),
    ),
});

/** 003: roles and the token blacklist. */
export const rolesRoutes: readonly AnyDialectRoute[] = [
  registerRoute,
  tokenRoute('roles', '/auth/token/'),
  tokenRefreshRoute('roles', '/auth/token/refresh/'),
  tokenBlacklistRoute('roles', '/auth/token/blacklist/'),
  viewAccountsRoute,
];
