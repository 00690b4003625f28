import type { EngineContext } from '../../context.ts';
import { findCustomerLogin } from '../../counter/index.ts';
import {
  changeOwnPassword,
  checkCredentials,
  checkUnique,
  openCustomerToken,
  registerPerson,
  type AccountRow,
} from '../../people/index.ts';
import type { Door } from '../door.ts';
import { customerBearer, ignored } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { answer, familyFailure } from './drf-errors.ts';
import { refuse } from './ramyeon-acts.ts';
import { loginExamples as examples } from './ramyeon-examples.ts';
import { fieldOf, fieldsOf, isNothing, readAddress, readName } from './ramyeon-input.ts';
import { customerBody } from './ramyeon-shapes.ts';
import type { Body } from './read-body.ts';
import { fromWeb } from './token-views.ts';

const family = 'ramyeon';
const unique = { usernames: 'exact', emails: 'folded' } as const;
const mostPassword = 1000;
const broken = {
  register: 'An error occurred during registration',
  login: 'An error occurred during login',
  password: 'An error occurred',
} as const;

const requiredFields = [
  ['email', 'Email is required'],
  ['password', 'Password is required'],
  ['username', 'Username is required'],
  ['full_name', 'Full Name is required'],
] as const;

type Registration = {
  email: string;
  password: string;
  username: string;
  fullName: string;
  phone: string;
  deliveryAddress: Record<string, unknown>;
};

const registerRoute = dialectRoute({
  method: 'POST',
  path: '/api/auth/customer/register/',
  family,
  name: 'Customer Register',
  summary: 'Registers a customer and signs in.',
  auth: ignored,
  rawBody: { description: 'The last two may be left out.', example: examples.register },
  brokenBody: broken.register,
  success: { status: 201, example: { ...examples.signedIn, message: 'Registration successful' } },
  handle: async (context, { body, door }) => {
    const read = readRegistration(body);
    if (typeof read === 'string') return refuse(read);
    // The e-mail address is looked at before the user name.
    if (!checkUnique(context.read, { email: read.email }, unique).ok) return refuse(taken['email-taken']);
    const { fullName, ...login } = read;
    const registered = await registerPerson(
      context,
      {
        ...login,
        fullName,
        firstName: '',
        lastName: '',
        address: '',
        birthday: null,
        role: 'customer',
      },
      { unique, remoteAddress: door.remoteAddress },
    );
    if (registered.ok) return signIn(context, registered.value.account, 'Registration successful', 201);
    const { code } = registered.failure;
    if (code === 'email-taken' || code === 'username-taken') return refuse(taken[code]);
    return familyFailure(family, registered.failure);
  },
});

const taken = { 'email-taken': 'Email already exists', 'username-taken': 'Username already exists' } as const;

/** What a registration says, or the sentence for what is wrong with it: what is missing first, in this order. */
function readRegistration(body: Body): Registration | string {
  const fields = fieldsOf(body);
  if (fields === null) return broken.register;
  for (const [name, error] of requiredFields) {
    const value = fieldOf(fields, name);
    if (isNothing(value) || (name !== 'password' && typeof value === 'string' && value.trim() === '')) {
      return error;
    }
  }
  const email = readName(fieldOf(fields, 'email'), 254);
  const username = readName(fieldOf(fields, 'username'), 150);
  const fullName = readName(fieldOf(fields, 'full_name'), 120);
  const phone = readName(fieldOf(fields, 'phone') ?? '', 40);
  const deliveryAddress = readAddress(fieldOf(fields, 'delivery_address'));
  const password = passwordOf(fieldOf(fields, 'password'));
  if (email === null || username === null || fullName === null || password === null) return broken.register;
  if (phone === null || deliveryAddress === null) return broken.register;
  return { email: email.toLowerCase(), password, username, fullName, phone, deliveryAddress };
}

const loginRoute = dialectRoute({
  method: 'POST',
  path: '/api/auth/customer/login/',
  family,
  name: 'Customer Login',
  summary: 'Signs a customer in by e-mail and password.',
  auth: ignored,
  rawBody: { description: 'Capitals of the address do not count.', example: examples.login },
  brokenBody: broken.login,
  success: { status: 200, example: { ...examples.signedIn, message: 'Login successful' } },
  handle: async (context, { body, door }) => {
    const fields = fieldsOf(body);
    if (fields === null) return refuse(broken.login);
    const [email, password] = [fieldOf(fields, 'email'), fieldOf(fields, 'password')];
    if (isNothing(email) || isNothing(password)) return refuse('Email and password are required');
    if (typeof email !== 'string' || typeof password !== 'string') return refuse(broken.login);
    return answerLogin(context, { email, password }, door);
  },
});

async function answerLogin(
  context: EngineContext,
  { email, password }: { email: string; password: string },
  door: Door,
): Promise<Response> {
  const login = { by: 'email', login: email, password } as const;
  const known = await checkCredentials(context, login, fromWeb(door), (_, account) => account);
  if (known.ok) return signIn(context, known.value, 'Login successful', 200);
  if (known.failure.code === 'sign-in-failed') return refuse(wrongLogin, 401);
  return familyFailure(family, known.failure);
}

const wrongLogin = 'Invalid email or password';

/** Opens the token; an account that is no customer's has no login here. */
async function signIn(
  context: EngineContext,
  account: AccountRow,
  message: string,
  status: 200 | 201,
): Promise<Response> {
  const code = findCustomerLogin(context.read, account.row_id)?.code;
  if (code === undefined) return refuse(wrongLogin, 401);
  const token = await openCustomerToken(context, account, code);
  if (!token.ok) return familyFailure(family, token.failure);
  const login = findCustomerLogin(context.read, account.row_id);
  if (login === null) return refuse(wrongLogin, 401);
  return answer({ token: token.value, customer: customerBody(login), message }, status);
}

const meRoute = dialectRoute({
  method: 'GET',
  path: '/api/auth/customer/me/',
  family,
  name: 'Customer Me',
  summary: 'The customer whose token it is.',
  auth: customerBearer,
  success: { status: 200, example: { customer: examples.signedIn.customer } },
  handle: (context, { caller }) => {
    const login = findCustomerLogin(context.read, caller.accountRowId);
    return login === null ? refuse('Customer not found', 404) : answer({ customer: customerBody(login) });
  },
});

const passwordRoute = dialectRoute({
  method: 'POST',
  path: '/api/auth/customer/password/change/',
  family,
  name: 'Customer Password Change',
  summary: 'Another password; every other login ends, the token that asks stays good until it expires.',
  auth: customerBearer,
  rawBody: { description: 'Both passwords.', example: { old_password: '…', new_password: '…' } },
  brokenBody: broken.password,
  success: { status: 200, example: { message: 'Password changed successfully' } },
  handle: async (context, { body, caller, door }) => {
    const fields = fieldsOf(body);
    if (fields === null) return refuse(broken.password);
    const [old, given] = [fieldOf(fields, 'old_password'), fieldOf(fields, 'new_password')];
    if (isNothing(old) || isNothing(given)) return refuse('Old password and new password are required');
    const next = passwordOf(given);
    if (typeof old !== 'string' || next === null) return refuse(broken.password);
    const passwords = { current: old, next };
    const changed = await changeOwnPassword(context, caller, passwords, fromWeb(door));
    if (changed.ok) return answer({ message: 'Password changed successfully' });
    if (changed.failure.code === 'sign-in-failed') return refuse('Current password is incorrect');
    return familyFailure(family, changed.failure);
  },
});

/** A password is taken as it is, spaces and all. */
function passwordOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= mostPassword && value.isWellFormed() ? value : null;
}

/** Login of customers, with tokens of its own kind. */
export const loginRoutes: readonly AnyDialectRoute[] = [registerRoute, loginRoute, meRoute, passwordRoute];
