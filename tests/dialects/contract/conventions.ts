import { account, admin, customer, device, staff } from './people.ts';
import { facts, type Group, type Row } from './row.ts';

/** The routes that read their body as DRF's serializers do. */
const serializers: Record<string, string | undefined> = {
  'POST /api/accounts/auth/registration/': undefined,
  'POST /api/token/': undefined,
  'POST /api/token/refresh/': undefined,
  'POST /api/orders/': 'ana',
  'POST /api/orders/payments/': 'ana',
  'PUT /api/accounts/profile/': 'ana',
  'POST /auth/register/': undefined,
  'POST /auth/token/': undefined,
  'POST /auth/token/refresh/': undefined,
  'POST /auth/token/blacklist/': undefined,
  'POST /api/users/register/': undefined,
};
const dictionary = (type: string) =>
  `{"non_field_errors":["Invalid data. Expected a dictionary, but got ${type}."]}`;
const parse = (message: string) => `{"detail":"JSON parse error - ${message}"}`;

const bodies: Record<string, Partial<Row>> = {
  'an array for the body': { body: '[]', text: dictionary('list') },
  'a text for the body': { body: '"x"', text: dictionary('str') },
  'a number for the body': { body: '5', text: dictionary('int') },
  'null for the body': { body: 'null', text: '{"non_field_errors":["No data provided"]}' },
  'malformed JSON': {
    body: '{',
    text: parse('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'),
  },
  'a NaN literal': { body: '{"username":NaN}', text: parse('«text»') },
  'an Infinity literal': { body: '{"username":-Infinity}', text: parse('«text»') },
  'a media type that nobody reads': {
    body: { type: 'text/plain', text: '{}' },
    status: 415,
    text: '{"detail":"Unsupported media type \\"text/plain\\" in request."}',
  },
  'application/vnd.x+json': {
    body: { type: 'application/vnd.x+json', text: '{}' },
    status: 415,
    text: '{"detail":"Unsupported media type \\"application/vnd.x+json\\" in request."}',
  },
  'an Accept that nothing satisfies': {
    headers: { accept: 'application/xml' },
    body: '{}',
    status: 406,
    text: '{"detail":"Could not satisfy the request Accept header."}',
  },
  'a body of more than 1 MiB (§7 #26)': {
    body: JSON.stringify({ username: 'a'.repeat(1024 * 1024) }),
    status: 413,
    text: '{"detail":"«text»"}',
  },
};

const order = (body: Row['body']): Partial<Row> => ({
  ask: 'POST /api/orders/',
  as: 'ana',
  ...(body === undefined ? {} : { body }),
});
const bread = { product_name: 'Pandesal', quantity: 1, price: '5.00' };
const json = JSON.stringify(bread);
const malformed: Record<string, [body: string, message: string]> = {
  'a value is missing': ['{"a":}', 'Expecting value: line 1 column 6 (char 5)'],
  'a colon is missing': ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  'a comma is missing': ['{"a":1 "b":2}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
  'something follows': ['{"a":1} x', 'Extra data: line 1 column 9 (char 8)'],
  'a text does not end': ['{"a":"', 'Unterminated string starting at: line 1 column 6 (char 5)'],
  'a bare word': ['nope', 'Expecting value: line 1 column 1 (char 0)'],
  'on the third line': ['\n\n {"a":', 'Expecting value: line 3 column 7 (char 8)'],
  'a control character in a text': ['{"a":"\n"}', 'Invalid control character at: line 1 column 7 (char 6)'],
};

export const conventions: Group = {
  name: 'conventions of DRF',
  people: [account('ana'), ...customer('cora'), admin, ...staff, device],
  rows: [
    ...Object.entries(serializers).flatMap(([ask, as]) =>
      facts({ at: '§6.4', ask, status: 400, ...(as === undefined ? {} : { as }) }, bodies),
    ),
    ...facts(
      { at: '§6.4', ask: 'POST /api/orders/', as: 'ana', status: 400 },
      Object.fromEntries(
        Object.entries(malformed).map(([fact, [body, message]]) => [
          `malformed JSON: ${fact}`,
          { body, text: parse(message) },
        ]),
      ),
    ),
    ...facts(
      { at: '§6.4', ask: 'POST /api/orders/', as: 'ana', status: 201 },
      {
        'application/json; charset=utf-8': order({ type: 'application/json; charset=utf-8', text: json }),
        'APPLICATION/JSON': order({ type: 'APPLICATION/JSON', text: json }),
        'Accept: application/json': { ...order(json), headers: { accept: 'application/json' } },
        'Accept: */*': { ...order(json), headers: { accept: '*/*' } },
        'Accept of a browser’s fetch': {
          ...order(json),
          headers: { accept: 'application/json, text/plain, */*' },
        },
        'an empty body counts as {}': {
          status: 400,
          text: '{"product_name":["This field is required."],"quantity":["This field is required."],"price":["This field is required."]}',
        },
        'an answer is application/json': {
          ...order(json),
          also: ({ headers }) => {
            if (headers.get('content-type')?.startsWith('application/json') !== true)
              throw new Error(String(headers.get('content-type')));
          },
        },
      },
    ),
    ...facts(
      { at: '§6.4', ask: 'GET /api/accounts/profile/', as: 'ana', status: 406 },
      {
        'an Accept that nothing satisfies, at a GET': {
          headers: { accept: 'application/xml' },
          text: '{"detail":"Could not satisfy the request Accept header."}',
        },
        'OPTIONS without CORS headers is metadata': {
          ask: 'OPTIONS /api/accounts/profile/',
          status: 200,
          text: '{"name":"«text»","description":"«maybe»","renders":[«all»],"parses":[«all»]«all»}',
        },
      },
    ),
    ...facts(
      { at: '§1.1', ask: 'GET /admin/', status: 302 },
      { 'the page that the document opens': { sent: { location: '/admin/login/?next=/admin/' } } },
    ),
    ...facts(
      { at: '§7 #26', ask: 'GET /api/nothing/', status: 404, text: '{"«text»":«all»}' },
      {
        'an unknown path under /api/ is JSON': {},
        'an unknown path under /auth/ is JSON': { ask: 'GET /auth/nothing/', text: '{"detail":"«text»"}' },
        'an unknown path under /api/orders/ is JSON': {
          ask: 'GET /api/orders/a/b/',
          text: '{"detail":"«text»"}',
        },
        'an unknown path under /api/users/ is JSON': {
          ask: 'GET /api/users/nobody/',
          text: '{"«text»":"«text»"}',
        },
        'an unknown path with POST is JSON': {
          ask: 'POST /api/accounts/nothing/',
          body: '{}',
          text: '{"detail":"«text»"}',
        },
        'a body of more than 1 MiB at the counter': {
          ask: 'POST /api/pos/scan-user/',
          as: 'staff',
          body: JSON.stringify({ qr_code: 'a'.repeat(1024 * 1024) }),
          status: 413,
          text: '{"«text»":"«text»"}',
        },
        'a body of more than 1 MiB at the login of 002': {
          ask: 'POST /api/auth/customer/login/',
          body: JSON.stringify({ email: 'a'.repeat(1024 * 1024) }),
          status: 413,
          text: '{"«text»":"«text»"}',
        },
        'a body of more than 1 MiB at the login of 004': {
          ask: 'POST /api/users/login/',
          body: JSON.stringify({ login: 'a'.repeat(1024 * 1024) }),
          status: 413,
          text: '{"«text»":"«text»"}',
        },
      },
    ),
  ],
};
