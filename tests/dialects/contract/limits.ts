import { expect } from 'vitest';
import { account, customer, password, ramyeonCustomer, registration, role, shopper } from './people.ts';
import { but, facts, type Group, type Row, type Step } from './row.ts';
import type { World } from './world.ts';

const throttled = 'Request was throttled. Expected available in «count» seconds.';

const wrong = (username: string) => JSON.stringify({ username, password: 'wrong' });

/** Repeats a request until it is refused for being too frequent. */
async function untilThrottled(world: World, step: Step, most = 150): Promise<number> {
  for (let attempt = 0; attempt < most; attempt += 1) {
    world.words.set('attempt', String(attempt));
    world.words.set('long', String(9_000_000_000 + attempt));
    const { status, headers } = await world.send(step);
    if (status === 429) return Number(headers.get('retry-after'));
  }
  throw new Error(`${step.ask} was answered ${most} times`);
}

function limited(fact: string, step: Step, text: string): readonly Row[] {
  return facts(
    { at: '§7 #23', ...step, status: 429 },
    {
      [fact]: {
        before: async (world) => void (await untilThrottled(world, step)),
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
  people: [
    ...['ana', 'ben', 'dan', 'eva', 'fay'].map((name) => account(name)),
    ...customer('cora'),
    ...customer('cleo'),
  ],
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
    ...limited(
      'registrations of 004 from one caller, with "error" too',
      {
        ask: 'POST /api/users/register/',
        body: but(shopper, {
          username: '«new»-«attempt»',
          email: '«new»-«attempt»@example.com',
          phone_number: 'x',
        }).replace('"x"', '"+91«long»"'),
      },
      both,
    ),
    ...facts(
      { at: '§7 #23', ask: 'POST /api/token/', status: 429, text: detail },
      {
        'one account is limited whoever calls': {
          before: async (world) => {
            for (let caller = 1; caller < 20; caller += 1) {
              const door = { name: 'network', remoteAddress: `192.168.9.${caller}` } as const;
              await world.send({ ask: 'POST /api/token/', body: wrong('eva'), door });
            }
          },
          body: wrong('eva'),
          door: { name: 'network', remoteAddress: '192.168.9.99' },
        },
        'the delay grows': {
          before: async (world) => {
            const step = { ask: 'POST /api/token/', body: wrong('fay') };
            const once = await untilThrottled(world, step);
            world.till.clock.advance(once * 1000);
            const again = await untilThrottled(world, step);
            expect(again).toBeGreaterThan(once);
          },
          body: wrong('fay'),
        },
      },
    ),
    ...facts(
      { at: '§7 #23', ask: 'POST /api/token/', status: 200 },
      {
        'one caller’s limit is not that of another': {
          body: but({}, { username: 'cleo', password: ramyeonCustomer.password }),
          text: '{"refresh":"«jwt»","access":"«jwt»"}',
        },
        'the delay ends': {
          wait: 3600,
          body: but({}, { username: 'ana', password }),
          text: '{"refresh":"«jwt»","access":"«jwt»"}',
        },
      },
    ),
  ],
};
