import { expect } from 'vitest';
import { databaseFile, openConnection } from '../../../electron/engine/db/open.ts';
import {
  account,
  cardOf,
  customer,
  password,
  ramyeonCustomer,
  registration,
  role,
  shopper,
  staff,
} from './people.ts';
import { but, facts, type Group, type Row, type Step } from './row.ts';
import type { World } from './world.ts';

const scan = 'POST /api/pos/scan-user/';
const scanned = (name: string) => ({
  ask: scan,
  as: 'staff',
  body: `{"qr_code":"«${name}.card»"}`,
  status: 200,
  text: `{"success":true,"user":{"id":«count»,"username":"${name}",«all»}«all»}`,
});

export const onePerson: Group = {
  name: 'one store of people',
  people: [
    account('ana'),
    cardOf('ana'),
    { ask: 'POST /auth/register/', body: but(role, { username: 'rolf', email: 'rolf@example.com' }) },
    cardOf('rolf'),
    { ask: 'POST /api/users/register/', body: but(shopper, { username: 'uma', email: 'uma@example.com' }) },
    cardOf('uma'),
    { ask: 'POST /api/register/', body: but({}, { username: 'gina', email: 'gina@example.com', password }) },
    cardOf('gina'),
    ...customer('cora'),
    ...staff,
    {
      ask: 'POST /api/v1/customers',
      as: 'owner',
      body: '{"name":"Counter Carla"}',
      keep: { 'carla.card': 'qrCode', 'carla.code': 'code' },
    },
  ],
  rows: [
    ...facts(
      { at: '§7 #1', ask: scan, status: 200 },
      {
        'registered through 000, scanned at the counter': scanned('gina'),
        'registered through 001, scanned at the counter': scanned('ana'),
        'registered through 002, scanned at the counter': scanned('cora'),
        'registered through 003 as customer, scanned at the counter': scanned('rolf'),
        'registered through 004, scanned at the counter': scanned('uma'),
        'a customer made at the counter is scanned too, and has no login': {
          as: 'staff',
          body: '{"qr_code":"«carla.card»"}',
          text: '{"success":true,"user":{"id":«count»,«all»},"message":"Customer Counter Carla identified successfully"}',
        },
        'codes are CUST- and five digits': {
          as: 'staff',
          body: '{"qr_code":"«ana.card»"}',
          also: (_, world) => {
            for (const name of ['ana', 'rolf', 'uma', 'gina', 'cora', 'carla'])
              expect(world.words.get(`${name}.code`)).toMatch(/^CUST-\d{5}$/);
          },
        },
        'a username of 001 is taken in 003': {
          ask: 'POST /auth/register/',
          body: but(role, { username: 'ana' }),
          status: 400,
          text: '{"username":["A user with that username already exists."]}',
        },
        'a username of 001 is taken in 004': {
          ask: 'POST /api/users/register/',
          body: but(shopper, { username: 'ana' }),
          status: 400,
          text: '{"username":["A user with that username already exists."]}',
        },
        'a username of 002 is taken in 001': {
          ask: 'POST /api/accounts/auth/registration/',
          body: but(registration, { username: 'cora' }),
          status: 400,
          text: '{"username":["A user with that username already exists."]}',
        },
      },
    ),
    ...facts(
      { at: '§7 #29', ...scanned('ana') },
      {
        'passwords are stored with argon2id, each with a salt of its own': {
          also: (_, world) => {
            const hashes = readHashes(world);
            expect(hashes.length).toBeGreaterThan(5);
            for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$/);
            expect(new Set(hashes).size).toBe(hashes.length);
          },
        },
      },
    ),
  ],
};

function readHashes(world: World): string[] {
  const connection = openConnection(databaseFile(world.till.dataDir), 'read');
  try {
    const rows = connection.prepare('SELECT password_hash AS hash FROM accounts').all() as { hash: string }[];
    return rows.map(({ hash }) => hash);
  } finally {
    connection.close();
  }
}

const throttled = 'Request was throttled. Expected available in «count» seconds.';

/** Repeats a request until it is refused for being too frequent. */
async function untilThrottled(world: World, step: Step, most = 150): Promise<void> {
  for (let attempt = 0; attempt < most; attempt += 1) {
    world.words.set('attempt', String(attempt));
    if ((await world.send(step)).status === 429) return;
  }
  throw new Error(`${step.ask} was answered ${most} times`);
}

function limited(fact: string, step: Step, text: string): readonly Row[] {
  return facts(
    { at: '§7 #23', ...step, status: 429 },
    {
      [fact]: {
        before: (world) => untilThrottled(world, step),
        text,
        also: ({ text: said, headers }) =>
          expect(headers.get('retry-after')).toBe(/in (\d+) seconds/.exec(said)?.[1]),
      },
    },
  );
}

const detail = `{"detail":"${throttled}"}`;
const both = `{"detail":"${throttled}","error":"${throttled}"}`;

export const limits: Group = {
  name: 'rate limits',
  people: [account('ana'), account('ben'), account('dan'), ...customer('cora'), ...customer('cleo')],
  rows: [
    ...limited(
      'wrong passwords at /api/token/',
      { ask: 'POST /api/token/', body: '{"username":"ana","password":"wrong"}' },
      detail,
    ),
    ...limited(
      'wrong passwords at /auth/token/',
      { ask: 'POST /auth/token/', body: '{"username":"ben","password":"wrong"}' },
      detail,
    ),
    ...limited(
      'wrong passwords at the login of 002, with "error" too',
      { ask: 'POST /api/auth/customer/login/', body: '{"email":"cora@ramyeon.example","password":"wrong"}' },
      both,
    ),
    ...limited(
      'wrong passwords at the login of 004, with "error" too',
      { ask: 'POST /api/users/login/', body: '{"login":"dan","password":"wrong"}' },
      both,
    ),
    ...limited(
      'unknown usernames from one caller in the shop’s network',
      {
        ask: 'POST /api/token/',
        body: '{"username":"nobody-«attempt»","password":"wrong"}',
        door: { name: 'network', remoteAddress: '192.168.1.77' },
      },
      detail,
    ),
    ...limited(
      'registrations of 001 from one caller',
      {
        ask: 'POST /api/accounts/auth/registration/',
        body: but(registration, { username: '«new»-«attempt»', email: '«new»-«attempt»@example.com' }),
      },
      detail,
    ),
    ...limited(
      'registrations of 002 from one caller, with "error" too',
      {
        ask: 'POST /api/auth/customer/register/',
        body: but(ramyeonCustomer, { username: '«new»-«attempt»', email: '«new»-«attempt»@x' }),
      },
      both,
    ),
    ...limited(
      'registrations of 003 from one caller',
      {
        ask: 'POST /auth/register/',
        body: but(role, { username: '«new»-«attempt»', email: '«new»-«attempt»@example.com' }),
      },
      detail,
    ),
    ...facts(
      { at: '§7 #23', ask: 'POST /api/token/', status: 200 },
      {
        'one caller’s limit is not that of another': {
          body: but({}, { username: 'cleo', password: ramyeonCustomer.password }),
          text: '{"refresh":"«jwt»","access":"«jwt»"}',
        },
        'the delay ends': {
          first: [],
          wait: 3600,
          body: but({}, { username: 'ana', password }),
          text: '{"refresh":"«jwt»","access":"«jwt»"}',
        },
      },
    ),
  ],
};
