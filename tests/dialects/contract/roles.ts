import { account, admin, customer, role, staff } from './people.ts';
import { but, facts, type Group } from './row.ts';

const ask = 'POST /auth/register/';
const made = (name: string) =>
  `{"id":«count»,"username":"«new»","email":"«new»@example.com","role":"${name}"}`;
const forbidden = '{"detail":"You do not have permission to perform this action."}';
const accounts = 'GET /auth/view-accounts/';

export const roles: Group = {
  name: '003 roles',
  people: [account('ana'), admin, ...staff, ...customer('cora')],
  rows: [
    ...facts(
      { at: '§7 #14', ask, status: 201 },
      {
        'the role is customer when left out': { body: but(role, {}), text: made('customer') },
        'a customer, keys in order': { body: but(role, { role: 'customer' }), text: made('customer') },
        'a form': { body: { form: { ...role, role: 'customer' } }, text: made('customer') },
        'multipart parts': { body: { multipart: { ...role, role: 'customer' } }, text: made('customer') },
        'unknown keys are ignored': {
          body: but(role, { is_superuser: true, id: 1 }),
          text: made('customer'),
        },
      },
    ),
    ...facts(
      { at: '§7 #15', ask, status: 403, text: forbidden },
      {
        'nobody makes an admin': { body: but(role, { role: 'admin' }) },
        'nobody makes staff': { body: but(role, { role: 'staff' }) },
        'a customer makes no admin': { as: 'ana', body: but(role, { role: 'admin' }) },
        'a customer makes no staff': { as: 'ana', body: but(role, { role: 'staff' }) },
        'staff make no admin': { as: 'staff', body: but(role, { role: 'admin' }) },
        'staff make no staff': { as: 'staff', body: but(role, { role: 'staff' }) },
        'an admin makes an admin': {
          as: 'admin',
          body: but(role, { role: 'admin' }),
          status: 201,
          text: made('admin'),
        },
        'an admin makes staff': {
          as: 'admin',
          body: but(role, { role: 'staff' }),
          status: 201,
          text: made('staff'),
        },
        'what was refused does not exist': {
          first: [{ ask, body: but(role, { role: 'admin' }), status: 403 }],
          ask: 'POST /auth/token/',
          body: but({}, { username: '«new»', password: role.password }),
          status: 401,
          text: '{"detail":"No active account found with the given credentials"}',
        },
        'an admin who was registered here reads the accounts': {
          first: [
            { ask, as: 'admin', body: but(role, { role: 'admin' }) },
            {
              ask: 'POST /auth/token/',
              body: but({}, { username: '«new»', password: role.password }),
              keep: { second: 'access' },
            },
          ],
          ask: accounts,
          as: 'second',
          status: 200,
          text: '[«all»"username":"«new»","email":"«new»@example.com","role":"admin"«all»]',
        },
      },
    ),
    ...facts(
      { at: '§3', ask, status: 400 },
      {
        'duplicate username': {
          body: but(role, { username: 'ana' }),
          text: '{"username":["A user with that username already exists."]}',
        },
        'an unknown role': {
          body: but(role, { role: 'root' }),
          text: '{"role":["\\"root\\" is not a valid choice."]}',
        },
        'an empty object': {
          body: '{}',
          text: '{"username":["This field is required."],"email":["This field is required."],"password":["This field is required."]}',
        },
        'a bad e-mail': {
          body: but(role, { email: 'nobody' }),
          text: '{"email":["Enter a valid email address."]}',
        },
        'no password': {
          body: but(role, { password: undefined }),
          text: '{"password":["This field is required."]}',
        },
        'the document’s password, a common one, is accepted': {
          body: but(role, {}),
          status: 201,
          text: made('customer'),
        },
        'GET is not allowed': {
          ask: 'GET /auth/register/',
          status: 405,
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§3', ask: accounts, status: 200 },
      {
        'an admin reads every account, four keys in order': {
          as: 'admin',
          also: ({ text }) => {
            const one = /^\{"id":\d+,"username":"[^"]+","email":"[^"]*","role":"(customer|staff|admin)"\}$/;
            for (const found of text.slice(1, -1).split(/(?<=\}),/))
              if (!one.test(found)) throw new Error(found);
            for (const name of ['olivia', 'carlo', 'ana', 'cora'])
              if (!text.includes(`"username":"${name}"`)) throw new Error(`no ${name}: ${text}`);
          },
        },
        'staff read them too': { as: 'staff', text: '[{"id":«count»,«all»}]' },
        'a customer does not': { as: 'ana', status: 403, text: forbidden },
        'nobody does not': {
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
          sent: { 'www-authenticate': 'Bearer realm="api"' },
        },
        'POST is not allowed': {
          ask: 'POST /auth/view-accounts/',
          as: 'admin',
          body: '{}',
          status: 405,
          text: '{"detail":"Method \\"POST\\" not allowed."}',
        },
      },
    ),
  ],
};

/** A till that nobody has set up. */
export const freshTill: Group = {
  name: '003 on a fresh till',
  setUp: false,
  rows: [
    ...facts(
      { at: '§7 #15', ask, status: 201 },
      {
        'nobody makes staff before there is an admin': {
          body: but(role, { role: 'staff' }),
          status: 403,
          text: forbidden,
        },
        'the first admin is accepted': {
          body: but(role, { username: 'first', email: 'first@example.com', role: 'admin' }),
          text: '{"id":«count»,"username":"first","email":"first@example.com","role":"admin"}',
        },
        'the second is not': { body: but(role, { role: 'admin' }), status: 403, text: forbidden },
        'the first admin makes the second': {
          first: [
            {
              ask: 'POST /auth/token/',
              body: '{"username":"first","password":"admin123"}',
              keep: { first: 'access' },
            },
          ],
          as: 'first',
          body: but(role, { role: 'admin' }),
          text: made('admin'),
        },
      },
    ),
  ],
};
