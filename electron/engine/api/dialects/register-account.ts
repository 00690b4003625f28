import type { EngineContext } from '../../context.ts';
import { checkUnique, openTokenPair, registerPerson } from '../../people/index.ts';
import { open } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute, type DialectCall } from './dialect-route.ts';
import { isLikeUsername, passwordFaults } from './django-passwords.ts';
import { answer, familyFailure, fieldErrors, texts, type FieldErrors } from './drf-errors.ts';
import { emailField, optional, textField } from './drf-fields.ts';
import { looseField, usernameField } from './person-fields.ts';

const unique = { usernames: 'folded' } as const;
const noPassword = optional(textField({ maximum: 1000 }));
const person = {
  username: usernameField(),
  email: optional(emailField()),
  first_name: optional(looseField(150)),
  last_name: optional(looseField(150)),
  phone_no: optional(looseField(40)),
  address: optional(looseField(300)),
};
const fields = {
  ...person,
  password1: textField({ maximum: 1000 }),
  password2: textField({ maximum: 1000 }),
};
const aliasFields = { ...person, password: noPassword, password1: noPassword, password2: noPassword };

const example = {
  access: 'eyJ…',
  refresh: 'eyJ…',
  user: { pk: 1, username: 'juan', email: 'juan@example.com', first_name: 'Juan', last_name: 'Cruz' },
};

/** 001's registration; it signs the new customer in. */
export const registrationRoute: AnyDialectRoute = dialectRoute({
  method: 'POST',
  path: '/api/accounts/auth/registration/',
  family: 'accounts',
  name: 'Register',
  summary: 'Registers a customer, and answers tokens.',
  auth: open,
  fields,
  alsoCheck: (context, { username, password1 }) => ({
    ...usernameErrors(context, username),
    ...passwordErrors('password1', password1),
  }),
  success: { status: 201, example },
  handle: (context, call) => {
    const { password1, password2 } = call.values;
    return register(context, call, password1, password1 === password2);
  },
});

/** 000's registration: the same with one password, or with 001's two. */
export const registerRoute: AnyDialectRoute = dialectRoute({
  method: 'POST',
  path: '/api/register/',
  family: 'accounts',
  name: 'Register',
  summary: 'Registers a customer with one password, or with two as in 001, and answers tokens.',
  auth: open,
  fields: aliasFields,
  alsoCheck: (context, { username, password, password1, password2 }) => ({
    ...usernameErrors(context, username),
    ...(password === undefined && password1 === undefined
      ? { password: [texts.required] }
      : passwordErrors(password === undefined ? 'password1' : 'password', password ?? password1)),
    ...(password === undefined && password1 !== undefined && password2 === undefined
      ? { password2: [texts.required] }
      : {}),
  }),
  success: { status: 201, example },
  handle: (context, call) => {
    const { password, password1, password2 } = call.values;
    const isSame = password === undefined ? password1 === password2 : true;
    return register(context, call, password ?? password1 ?? '', isSame);
  },
});

async function register(
  context: EngineContext,
  { values, door }: Pick<DialectCall<typeof person>, 'values' | 'door'>,
  password: string,
  isSame: boolean,
): Promise<Response> {
  if (!isSame) return fieldErrors({ non_field_errors: ["The two password fields didn't match."] });
  if (isLikeUsername(password, values.username)) {
    return fieldErrors({ non_field_errors: ['The password is too similar to the username.'] });
  }
  const { username, email = '', first_name = '', last_name = '', phone_no = '', address = '' } = values;
  const registered = await registerPerson(
    context,
    {
      username,
      password,
      email,
      firstName: first_name,
      lastName: last_name,
      phone: phone_no,
      address,
      birthday: null,
      role: 'customer',
    },
    { unique, remoteAddress: door.remoteAddress },
  );
  if (!registered.ok) {
    if (registered.failure.code === 'username-taken') return fieldErrors({ username: [texts.usernameTaken] });
    return familyFailure('accounts', registered.failure);
  }
  const { account } = registered.value;
  const pair = await openTokenPair(context, account);
  if (!pair.ok) return familyFailure('accounts', pair.failure);
  const { access, refresh } = pair.value;
  const user = { pk: account.row_id, username: account.username, email, first_name, last_name };
  return answer({ access, refresh, user }, 201);
}

function usernameErrors(context: EngineContext, username: string | undefined): FieldErrors {
  if (username === undefined || checkUnique(context.read, { username }, unique).ok) return {};
  return { username: [texts.usernameTaken] };
}

function passwordErrors(name: string, password: string | undefined): FieldErrors {
  const faults = password === undefined ? [] : passwordFaults(password);
  return faults.length === 0 ? {} : { [name]: faults };
}
