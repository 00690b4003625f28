import { account, customer, password } from './people.ts';
import { facts, type Group, type Preparation } from './row.ts';

const done = '{"detail":"Successfully logged out."}';
const fresh: Preparation = {
  ask: 'POST /api/token/',
  body: JSON.stringify({ username: 'ana', password }),
  keep: { pair: 'refresh', 'pair.access': 'access' },
};

const paths = ['/api/accounts/auth/logout/', '/api/logout/'];

export const logout: Group = {
  name: '001 and 000 logout',
  people: [account('ana'), ...customer('cora')],
  rows: paths.flatMap((path) => {
    const ask = `POST ${path}`;
    const out: Preparation = { ask, body: '{"refresh":"«pair»"}' };
    return facts(
      { at: '§7 #13', ask, status: 200, text: done },
      {
        'anonymous, an empty body': {},
        'anonymous, an empty object': { body: '{}' },
        'anonymous, an empty form': { body: { form: {} } },
        'with a login': { as: 'ana', body: '{}' },
        'a valid refresh token': { first: [fresh], body: '{"refresh":"«pair»"}' },
        'a valid refresh token and a login': {
          first: [fresh],
          as: 'pair.access',
          body: '{"refresh":"«pair»"}',
        },
        'a valid refresh token in a form': { first: [fresh], body: { form: { refresh: '«pair»' } } },
        'the same refresh token again': {
          first: [fresh, out],
          body: '{"refresh":"«pair»"}',
          status: 401,
          text: '{"detail":"Token is blacklisted"}',
        },
        'a refresh token that is garbage': {
          body: '{"refresh":"garbage"}',
          status: 401,
          text: '{"detail":"Token is invalid or expired"}',
        },
        'an access token in its place': {
          body: '{"refresh":"«ana»"}',
          status: 401,
          text: '{"detail":"Token «text»"}',
        },
        [`a refresh token given to ${path} is blacklisted`]: {
          first: [fresh, out],
          ask: 'POST /api/token/refresh/',
          body: '{"refresh":"«pair»"}',
          status: 401,
          text: '{"detail":"Token is blacklisted","code":"token_not_valid"}',
        },
        [`the access token stays valid after ${path}`]: {
          first: [fresh, out],
          ask: 'GET /api/accounts/profile/',
          as: 'pair.access',
          text: '{"user":«all»',
        },
        'GET is not allowed': {
          ask: `GET ${path}`,
          status: 405,
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    );
  }),
};
