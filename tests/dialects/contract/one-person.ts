import { expect } from 'vitest';
import { databaseFile, openConnection } from '../../../electron/engine/db/open.ts';
import { account, cardOf, customer, password, registration, role, shopper, staff } from './people.ts';
import { but, facts, type Group } from './row.ts';
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
    {
      ask: 'POST /api/users/register/',
      body: but(shopper, { username: 'uma', email: 'uma@example.com', phone_number: '+919811122233' }),
    },
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
        'phone, birthday and address of 004 are shown at the counter': {
          as: 'staff',
          body: '{"qr_code":"«uma.card»"}',
          text: '{"success":true,"user":{"id":«count»,"username":"uma","email":"uma@example.com","first_name":"«maybe»","last_name":"«maybe»","phone":"+919811122233","points":0,"date_of_birth":"1995-05-15","address":"123 Main St","qr_code":"«uma.card»","created_at":"«manila»"},"message":"Customer uma identified successfully"}',
        },
        'who has no name is greeted by the username': {
          as: 'staff',
          body: '{"qr_code":"«gina.card»"}',
          text: '{«all»"message":"Customer gina identified successfully"}',
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
