import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOf, password, seeded, type SeededTill } from './seed-dialects.ts';

export const scenarios = [
  'refresh',
  'profile',
  'order read',
  'scan-user',
  'history',
  'order',
  'payment',
  'process-order-points',
  'login',
] as const;
export type Scenario = (typeof scenarios)[number];

/** A server that speaks the dialects, with what its requests need to know of it. */
export type Side = {
  name: 'till' | 'peer';
  url: string;
  /** Its process; 0 where it is not known. */
  pid: number;
  tokens: { access: readonly string[]; refresh: readonly string[]; staff: string };
  cardOf(account: number): string;
  /** One body of `process-order-points` for an order that has earned nothing yet. */
  pointsBody(order: number): string;
  /** Whether a refresh token is good once only. */
  rotates: boolean;
  /** The next order that has earned nothing. */
  nextOrder: number;
  /** Refresh requests that are still good, where they rotate. */
  refreshLeft: readonly string[] | null;
};

const lines = 20_000;

export function ourSide(url: string, pid: number, till: SeededTill): Side {
  const cardOf = (account: number) => till.cards[account - 1] ?? '';
  return {
    name: 'till',
    url,
    pid,
    tokens: till,
    cardOf,
    pointsBody: (order) =>
      `{"user_qr_code":"${cardOf(ownerOf(order))}","order_total":1250.50,"order_id":${order}}`,
    rotates: false,
    nextOrder: 1,
    refreshLeft: null,
  };
}

/** The Django peer, by its URL and the folder where its tokens lie: `SUKLI_PEER_URL`, `SUKLI_PEER_DATA`. */
export function peerSide(url: string, folder: string): Side {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return {
    name: 'peer',
    url,
    pid: 0,
    tokens: { access: read('access.txt'), refresh: read('refresh.txt'), staff: read('staff.txt')[0] ?? '' },
    cardOf: (account) => `CARD${String(account).padStart(8, '0')}`,
    pointsBody: (order) => `{"order_id":${order}}`,
    rotates: true,
    nextOrder: 1,
    refreshLeft: null,
  };
}

/** The requests of a scenario, one a line: method, path, token, body. The same chance on both sides. */
export function requestsOf(side: Side, scenario: Scenario): string[] {
  const draw = chance(scenario.length * 7919);
  const { access, refresh, staff } = side.tokens;
  const line = (method: string, path: string, token: string, body = '') =>
    `${method}\t${path}\t${token}\t${body}`;
  const many = (make: (at: number) => string) => Array.from({ length: lines }, (_, at) => make(at));
  /** An active account's token, and one of the hundred seeded orders that are its own. */
  const mine = () => {
    const account = draw(seeded.active);
    return { token: access[account] ?? '', order: account + 1 + seeded.active * draw(100) };
  };
  switch (scenario) {
    case 'refresh':
      return refresh.map((token) => line('POST', '/api/token/refresh/', '', `{"refresh":"${token}"}`));
    case 'profile':
      return many(() => line('GET', '/api/accounts/profile/', mine().token));
    case 'history':
      return many(() => line('GET', '/api/orders/history/', mine().token));
    case 'order read':
      return many(() => {
        const { token, order } = mine();
        return line('GET', `/api/orders/${order}/`, token);
      });
    case 'scan-user':
      return many(() =>
        line('POST', '/api/pos/scan-user/', staff, `{"qr_code":"${side.cardOf(1 + draw(seeded.accounts))}"}`),
      );
    case 'order':
      return many(() =>
        line(
          'POST',
          '/api/orders/',
          mine().token,
          `{"product_name":"Product ${draw(5_000)}","quantity":${1 + draw(5)},"price":${100 + draw(49_900)}.50}`,
        ),
      );
    case 'payment':
      return many(() => {
        const { token, order } = mine();
        return line('POST', '/api/orders/payments/', token, `{"order":${order},"amount":1.00}`);
      });
    case 'process-order-points':
      return Array.from({ length: seeded.orders - side.nextOrder + 1 }, (_, at) =>
        line('POST', '/api/pos/process-order-points/', staff, side.pointsBody(side.nextOrder + at)),
      );
    case 'login':
      return many(() =>
        line(
          'POST',
          '/api/token/',
          '',
          `{"username":"user${1 + draw(seeded.accounts)}","password":"${password}"}`,
        ),
      );
  }
}

/** The same numbers at every run. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
