import { account, staff } from './people.ts';
import { facts, type Group } from './row.ts';

const preflight = (origin: string, method = 'POST') => ({
  origin,
  'access-control-request-method': method,
  'access-control-request-headers': 'authorization,content-type',
});
const allowed = (origin: string) => ({
  vary: 'origin',
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers':
    'accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, x-requested-with',
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-max-age': '86400',
});
const none = {
  vary: 'origin',
  'access-control-allow-origin': null,
  'access-control-allow-credentials': null,
  'access-control-allow-headers': null,
  'access-control-allow-methods': null,
};
const here = 'http://localhost:8080';
const seen = { 'access-control-allow-origin': here, 'access-control-allow-credentials': 'true' };
const unseen = { 'access-control-allow-origin': null, 'access-control-allow-credentials': null };

const urls = [
  'OPTIONS /api/token/',
  'OPTIONS /api/orders/',
  'OPTIONS /api/orders/payments/7/',
  'OPTIONS /api/auth/customer/me/',
  'OPTIONS /api/pos/scan-user/',
  'OPTIONS /auth/view-accounts/',
  'OPTIONS /api/users/login/',
  'OPTIONS /api/pos/scan-user',
  'OPTIONS /api/nothing/',
  'OPTIONS /auth/nothing/',
];

export const cors: Group = {
  name: 'CORS',
  people: [account('ana'), ...staff],
  rows: [
    ...urls.flatMap((ask) =>
      facts(
        { at: '§1.6', ask, status: 200, text: '' },
        {
          [`a preflight needs neither login nor route`]: {
            headers: preflight(here),
            sent: allowed(here),
          },
        },
      ),
    ),
    ...facts(
      { at: '§1.6', ask: 'OPTIONS /api/pos/scan-user/', status: 200, text: '' },
      {
        'http://127.0.0.1:8080 is allowed by default': {
          headers: preflight('http://127.0.0.1:8080'),
          sent: allowed('http://127.0.0.1:8080'),
        },
        'the content type of a preflight': {
          headers: preflight(here),
          sent: { 'content-type': 'text/html; charset=utf-8' },
        },
      },
    ),
    ...facts(
      { at: '§6.5', ask: 'OPTIONS /api/token/', status: 200, text: '' },
      {
        'all methods are listed, whichever is asked for': {
          headers: preflight(here, 'TRACE'),
          sent: allowed(here),
        },
        'an unlisted header gets 200 too, and is not allowed': {
          headers: { ...preflight(here), 'access-control-request-headers': 'x-idempotency-key' },
          sent: allowed(here),
        },
        'another origin: 200 without headers': { headers: preflight('http://evil.example'), sent: none },
        'another port: 200 without headers': { headers: preflight('http://localhost:8081'), sent: none },
        'another scheme: 200 without headers': { headers: preflight('https://localhost:8080'), sent: none },
        'Origin null: 200 without headers': { headers: preflight('null'), sent: none },
        'a preflight without Origin is a preflight': {
          headers: { 'access-control-request-method': 'POST' },
          sent: none,
        },
      },
    ),
    ...facts(
      { at: '§6.5', ask: 'GET /api/accounts/profile/', as: 'ana', status: 200, headers: { origin: here } },
      {
        'an ordinary answer': { sent: seen },
        'a 401': { as: 'nobody', status: 401, sent: seen },
        'a 400': { ask: 'POST /api/orders/', body: '{}', status: 400, sent: seen },
        'a 404': { ask: 'GET /api/orders/999999/', status: 404, sent: seen },
        'a 405': { ask: 'GET /api/orders/', status: 405, sent: seen },
        'a 415': {
          ask: 'POST /api/orders/',
          body: { type: 'text/plain', text: 'x' },
          status: 415,
          sent: seen,
        },
        'an unknown path': { ask: 'GET /api/nothing/', status: 404, sent: seen },
      },
    ),
    ...facts(
      { at: '§6.5', ask: 'POST /api/token/', status: 200 },
      {
        'a request without Origin has no such header': {
          ask: 'GET /api/accounts/profile/',
          as: 'ana',
          sent: unseen,
        },
        'a request of another origin lacks the header': {
          ask: 'GET /api/accounts/profile/',
          as: 'ana',
          headers: { origin: 'http://evil.example' },
          status: 200,
          sent: unseen,
        },
        'a request of Origin null lacks the header': {
          ask: 'GET /api/accounts/profile/',
          as: 'ana',
          headers: { origin: 'null' },
          status: 200,
          sent: unseen,
        },
      },
    ),
    ...facts(
      { at: '§7 #27', ask: 'GET /api/accounts/profile/', as: 'ana', status: 200 },
      {
        'Host 127.0.0.1:8000': { headers: { host: '127.0.0.1:8000' } },
        'Host localhost:8000': { headers: { host: 'localhost:8000' } },
        'Host [::1]:8000': { headers: { host: '[::1]:8000' } },
        'a Host that is not ours is refused (DNS rebinding)': {
          headers: { host: 'evil.example:8000' },
          status: 403,
          text: '{«all»}',
        },
        'the port of the Host counts': { headers: { host: '127.0.0.1:9000' }, status: 403, text: '{«all»}' },
        'the origins of the settings are the allowed ones': {
          first: [
            {
              ask: 'PATCH /api/v1/settings',
              as: 'owner',
              body: '{"doors":{"allowedOrigins":["https://shop.example"]}}',
            },
          ],
          headers: { origin: 'https://shop.example' },
          sent: { 'access-control-allow-origin': 'https://shop.example' },
        },
        'an origin that was taken off the settings is not allowed': {
          headers: { origin: here },
          status: 200,
          sent: unseen,
        },
      },
    ),
  ],
};
