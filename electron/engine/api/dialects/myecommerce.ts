import type { EngineContext } from '../../context.ts';
import { checkUnique, registerPerson, type NewPerson } from '../../people/index.ts';
import { open } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { answer, familyFailure, fieldErrors, texts, type FieldErrors } from './drf-errors.ts';
import { dateField } from './drf-dates.ts';
import { emailField, nullable, optional, textField } from './drf-fields.ts';
import { isJsonObject, type BodyValue } from './json-values.ts';
import { usernameField } from './person-fields.ts';
import type { Body } from './read-body.ts';
import { answerLogin } from './token-views.ts';

const phoneTaken = 'A user with this phone number already exists.';
const unique = { usernames: 'exact', emails: 'exact', phones: 'exact' } as const;

const fields = {
  username: usernameField(),
  first_name: optional(textField({ maximum: 150 })),
  last_name: optional(textField({ maximum: 150 })),
  email: emailField({ said: 2 }),
  password: textField({ maximum: 128 }),
  phone_number: textField({ also: (text) => (/^\+91\d{10}$/.test(text) ? [] : [texts.value]) }),
  address: textField({ maximum: 255 }),
  postal_code: textField({ maximum: 6 }),
  birthdate: nullable(dateField()),
};

const registerRoute = dialectRoute({
  method: 'POST',
  path: '/api/users/register/',
  family: 'myecommerce',
  name: 'User Register',
  summary: 'Registers a customer.',
  auth: open,
  fields,
  alsoCheck: (context, { username, email, phone_number }) => ({
    ...taken(context, { username }),
    ...taken(context, { email }),
    ...taken(context, { phone: phone_number }),
  }),
  success: { status: 201, example: { id: 1, username: 'user1' } },
  handle: async (context, { values, door }) => {
    const { username, password, email, first_name = '', last_name = '' } = values;
    const registered = await registerPerson(
      context,
      {
        username,
        password,
        email,
        firstName: first_name,
        lastName: last_name,
        phone: values.phone_number,
        address: values.address,
        postalCode: values.postal_code,
        birthday: values.birthdate,
        role: 'customer',
      },
      { unique, remoteAddress: door.remoteAddress },
    );
    if (registered.ok) {
      const { account } = registered.value;
      return answer({ id: account.row_id, username: account.username }, 201);
    }
    const errors = errorsOf(registered.failure.code);
    return errors === null ? familyFailure('myecommerce', registered.failure) : fieldErrors(errors);
  },
});

function taken(
  context: EngineContext,
  identifier: { [Name in 'username' | 'email' | 'phone']?: NewPerson[Name] | undefined },
): FieldErrors {
  const given = Object.fromEntries(
    Object.entries(identifier).filter(([, value]) => value !== undefined),
  ) as Partial<NewPerson>;
  const free = checkUnique(context.read, given, unique);
  return free.ok ? {} : (errorsOf(free.failure.code) ?? {});
}

/** What an identifier that is taken gets; the phone's sentence also where the document shows it. */
function errorsOf(code: string): FieldErrors | null {
  if (code === 'username-taken') return { username: [texts.usernameTaken] };
  if (code === 'email-taken') return { email: [texts.unique] };
  return code === 'phone-taken' ? { phone_number: [phoneTaken], error: phoneTaken } : null;
}

const loginRoute = dialectRoute({
  method: 'POST',
  path: '/api/users/login/',
  family: 'myecommerce',
  name: 'User Login',
  summary: 'Signs in by user name or phone number; answers a refresh and an access token.',
  auth: open,
  rawBody: {
    description: '`login` is a user name or a phone number, each in its exact spelling.',
    example: { login: '+919876543210', password: '…' },
  },
  success: { status: 200, example: { refresh: 'eyJ…', access: 'eyJ…' } },
  handle: (context, { body, door }) => {
    const refused = () => answer({ error: 'Invalid Credentials' }, 401);
    const [login, password] = [textOf(body, 'login'), textOf(body, 'password')];
    if (login === null || password === null) return refused();
    const options = { family: 'myecommerce', door, refused } as const;
    return answerLogin(context, { by: 'username-or-phone', login, password }, options);
  },
});

function textOf({ isForm, value }: Body, name: string): string | null {
  if (!isForm && !isJsonObject(value as BodyValue)) return null;
  const text = (value as Record<string, BodyValue>)[name];
  return typeof text === 'string' && text !== '' && text.isWellFormed() && !text.includes('\0') ? text : null;
}

/** 004: users who sign in by name or phone; its token views are those of `/api/token/`. */
export const myecommerceRoutes: readonly AnyDialectRoute[] = [registerRoute, loginRoute];
