import { expect, test } from 'vitest';
import type { Customer, CustomerCard } from '../../shared/api/customers.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import { customerByScannedCode } from '../../electron/engine/customers/index.ts';
import { openTestEngine, testClock, testShop, type TestEngine, testKeys } from '../fixtures/engine.ts';
import { signIn } from '../fixtures/people.ts';
import { makeProduct, moveTo } from '../fixtures/ring-up.ts';
import { readQrOfPdf, readQrOfSvg } from '../fixtures/read-qr.ts';

type Failed = { error: { code: string; details?: Record<string, unknown> } };

async function openShop() {
  const till = await openTestEngine();
  await till.setUp();
  const ana = await makeCustomer(till, 'Ana');
  return { till, ana };
}

async function makeCustomer(till: TestEngine, name: string): Promise<Customer> {
  return (await till.call<Customer>('POST', '/customers', { body: { name } })).body;
}

async function card(till: TestEngine, way: 'GET' | 'POST', path: string): Promise<CustomerCard> {
  const { status, body } = await till.call<CustomerCard>(way, `/customers/${path}`);
  if (status !== 200) throw new Error(`a card answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** What a scan of the code says: the customer's id, or the failure. */
async function scan(till: TestEngine, code: string): Promise<string> {
  const { status, body } = await till.call<LookupAnswer & Failed>(
    'GET',
    `/lookup/${encodeURIComponent(code)}`,
  );
  if (status === 200) return body.kind === 'customer' ? body.customer.id : body.kind;
  return body.error.code;
}

async function entriesOf(till: TestEngine, kind: string): Promise<number> {
  const { body } = await till.call<{ items: { kind: string }[] }>('GET', '/journal?limit=200');
  return body.items.filter((entry) => entry.kind === kind).length;
}

test('every customer has a card from the start, the same whenever it is asked for', async () => {
  const { till, ana } = await openShop();
  const first = await card(till, 'GET', `${ana.id}/card`);
  expect(first).toMatchObject({
    customerId: ana.id,
    code: 'CUST-00001',
    name: 'Ana',
    expiresOn: '2031-03-02',
  });
  expect(first.cardCode).toMatch(/^SK1\.[\w-]{8}\.CUST-00001\.1\d{9}\.[\w-]{86}$/);
  expect(await card(till, 'GET', `${ana.id}/card`)).toEqual(first);
  expect(await card(till, 'POST', `${ana.id}/card`)).toEqual(first);
  expect(await scan(till, first.cardCode)).toBe(ana.id);
  expect(await scan(till, ` ]Q1${first.cardCode}\r\n`)).toBe(ana.id);
  expect(await scan(till, ana.qrCode)).toBe(ana.id);
  const { body: found } = await till.call<{ items: Customer[]; total: number }>(
    'GET',
    `/customers?search=${first.cardCode}`,
  );
  expect(found).toMatchObject({ total: 1, items: [{ id: ana.id }] });
  expect(await entriesOf(till, 'card.issued')).toBe(0);
});

test('a card that is changed in any one place is refused', async () => {
  const { till, ana } = await openShop();
  const { cardCode } = await card(till, 'GET', `${ana.id}/card`);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  let forged = 0;
  for (let at = 0; at < cardCode.length; at += 1) {
    for (const character of alphabet) {
      if (character === cardCode[at]) continue;
      const text = cardCode.slice(0, at) + character + cardCode.slice(at + 1);
      const found = await customerByScannedCode(till.engine.context, text);
      expect([text, found.ok]).toEqual([text, false]);
      if (!found.ok && at > 3) expect([text, found.failure.code]).toEqual([text, 'card-invalid']);
      forged += 1;
    }
  }
  expect(forged).toBe(cardCode.length * (alphabet.length - 1));
});

test.each([
  ['cut', (code: string) => code.slice(0, -1)],
  ['longer', (code: string) => `${code}A`],
  ['in small letters', (code: string) => code.toLowerCase().replace('sk1', 'SK1')],
  ['signed by nobody', (code: string) => code.replace(/[^.]+$/, 'A'.repeat(86))],
  ['with a later end', (code: string) => code.replace(/\.1(\d{9})\./, '.2$1.')],
  ['with more behind it', (code: string) => `${code}.AAAA`],
  ['with nothing else', () => 'SK1.'],
])('a card %s is not one of ours', async (_, change) => {
  const { till, ana } = await openShop();
  const forged = change((await card(till, 'GET', `${ana.id}/card`)).cardCode);
  expect(await scan(till, forged)).toBe('card-invalid');
  const { status, body } = await till.call<Failed>('GET', `/customers?search=${forged}`);
  expect([status, body.error.code]).toEqual([422, 'card-invalid']);
});

test('the card of another shop is not one of ours, and a barcode that looks like one is still a product', async () => {
  const { till, ana } = await openShop();
  const other = await openTestEngine({ keys: testKeys(99) });
  await other.setUp();
  const theirs = await card(other, 'GET', `${(await makeCustomer(other, 'Eve')).id}/card`);
  expect(await scan(till, theirs.cardCode)).toBe('card-invalid');
  await makeProduct(till, { name: 'Odd', priceMinor: 100, sku: 'SK1.250' });
  expect(await scan(till, 'SK1.250')).toBe('product');
  expect(await scan(till, (await card(till, 'GET', `${ana.id}/card`)).cardCode)).toBe(ana.id);
});

test('a real card of a customer whom this till has not heard of is told from a forged one', async () => {
  const first = await openTestEngine();
  await first.setUp();
  await makeCustomer(first, 'Ana');
  const ben = await makeCustomer(first, 'Ben');
  const { cardCode } = await card(first, 'GET', `${ben.id}/card`);
  // A second till of the shop, with the same key and no such customer.
  const second = await openTestEngine({ clock: testClock() });
  await second.setUp();
  const { status, body } = await second.call<Failed>('GET', `/lookup/${cardCode}`);
  expect([status, body.error]).toMatchObject([
    404,
    { code: 'customer-unknown', details: { code: 'CUST-00002' } },
  ]);
  expect(await scan(second, cardCode.replace('CUST-00002', 'CUST-00003'))).toBe('card-invalid');
});

test('a card ends after five years; a new one is issued, and both are good until theirs is over', async () => {
  const { till, ana } = await openShop();
  const old = await card(till, 'GET', `${ana.id}/card`);
  await moveTo(till, '2031-03-01T00:00:00.000Z');
  expect(await scan(till, old.cardCode)).toBe(ana.id);
  const renewed = await card(till, 'POST', `${ana.id}/card`);
  expect(renewed.expiresOn).toBe('2036-02-29');
  expect(await card(till, 'POST', `${ana.id}/card`)).toEqual(renewed);
  expect(await entriesOf(till, 'card.issued')).toBe(1);
  expect([await scan(till, old.cardCode), await scan(till, renewed.cardCode)]).toEqual([ana.id, ana.id]);
  await moveTo(till, '2031-03-03T00:00:00.000Z');
  expect([await scan(till, old.cardCode), await scan(till, renewed.cardCode)]).toEqual([
    'card-expired',
    ana.id,
  ]);
  await moveTo(till, '2036-03-03T00:00:00.000Z');
  expect(await scan(till, renewed.cardCode)).toBe('card-expired');
  const gone = await till.call<Failed>('GET', `/customers/${ana.id}/card`);
  expect([gone.status, gone.body.error.code]).toEqual([422, 'card-expired']);
  expect((await till.engine.verify()).content).toBe(true);
});

test('revoking voids every card and QR code until then, and issues a new one', async () => {
  const { till, ana } = await openShop();
  const old = await card(till, 'GET', `${ana.id}/card`);
  const renewed = await card(till, 'POST', `${ana.id}/card/revoke`);
  expect(renewed.cardCode).not.toBe(old.cardCode);
  expect(await scan(till, old.cardCode)).toBe('card-revoked');
  expect(await scan(till, ana.qrCode)).toBe('code-unknown');
  expect(await scan(till, renewed.cardCode)).toBe(ana.id);
  expect(await card(till, 'GET', `${ana.id}/card`)).toEqual(renewed);
  expect(await card(till, 'POST', `${ana.id}/card`)).toEqual(renewed);
  const { body: now } = await till.call<Customer>('GET', `/customers/${ana.id}`);
  expect(now.qrCode).toMatch(/^[0-9A-F]{32}$/);
  expect(await scan(till, now.qrCode)).toBe(ana.id);

  // Again at once, and with the clock gone back: what was revoked stays so.
  const third = await card(till, 'POST', `${ana.id}/card/revoke`);
  till.clock.set(Date.parse('2026-01-01T00:00:00.000Z'));
  await moveTo(till, '2026-01-01T00:00:00.000Z');
  const fourth = await card(till, 'POST', `${ana.id}/card/revoke`);
  for (const { cardCode } of [old, renewed, third]) expect(await scan(till, cardCode)).toBe('card-revoked');
  expect(await scan(till, fourth.cardCode)).toBe(ana.id);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('cards are the same after a restart', async () => {
  const { till, ana } = await openShop();
  const revoked = await card(till, 'GET', `${ana.id}/card`);
  const current = await card(till, 'POST', `${ana.id}/card/revoke`);
  const again = await till.restart();
  expect(await card(again, 'GET', `${ana.id}/card`)).toEqual(current);
  expect(await scan(again, current.cardCode)).toBe(ana.id);
  expect(await scan(again, revoked.cardCode)).toBe('card-revoked');
});

test('a scanned code is taken exactly by the dialects: 32 capital hex digits, or a card', async () => {
  const { till, ana } = await openShop();
  const { context } = till.engine;
  const { cardCode } = await card(till, 'GET', `${ana.id}/card`);
  const found = async (text: string) => {
    const answer = await customerByScannedCode(context, text);
    return answer.ok ? answer.value.id : answer.failure.code;
  };
  expect([await found(ana.qrCode), await found(cardCode)]).toEqual([ana.id, ana.id]);
  const near = [ana.qrCode.toLowerCase(), ` ${ana.qrCode}`, ana.code, ana.id, '', `${cardCode} `];
  for (const text of near.slice(0, -1)) expect([text, await found(text)]).toEqual([text, 'customer-unknown']);
  expect(await found(`${cardCode} `)).toBe('card-invalid');
});

test('the QR on the drawn card and on the PDFs reads as the signed code', async () => {
  const { till, ana } = await openShop();
  const names = [
    'Ben',
    'Maria Niña Peñaflor-Dimaculangan de los Santos',
    'Zoë',
    'Dan',
    'Eli',
    'Fay',
    'Gus',
    'Hal',
  ];
  const others: Customer[] = [];
  for (const name of [...names, 'Ida', 'Jon']) others.push(await makeCustomer(till, name));
  const all = [ana, ...others];
  const codes = [];
  for (const { id } of all) codes.push((await card(till, 'GET', `${id}/card`)).cardCode);
  const svg = await till.call<string>('GET', `/customers/${ana.id}/card.svg`);
  expect(svg.headers.get('content-type')).toBe('image/svg+xml');
  expect(await readQrOfSvg(svg.body)).toEqual([codes[0]]);

  const pdf = await pdfOf(till, `/customers/${ana.id}/card.pdf`);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox \[0 0 242\.6\d* 153\.0\d*\]/);
  expect(await readQrOfPdf(pdf)).toEqual([[codes[0]]]);

  const sheets = await readQrOfPdf(await pdfOf(till, `/cards.pdf?ids=${all.map(({ id }) => id).join(',')}`));
  expect(sheets).toEqual([codes.slice(0, 10).sort(), codes.slice(10)]);
});

async function signInOwner(till: TestEngine): Promise<string> {
  const { username, password } = testShop.owner;
  return (await signIn(till.call, { username, password })).body.accessToken;
}

async function pdfOf(till: TestEngine, path: string): Promise<Uint8Array> {
  const token = await signInOwner(till);
  const answer = await till.engine.fetch(
    new Request(`http://till.test/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } }),
  );
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return new Uint8Array(await answer.arrayBuffer());
}

test('what cannot be drawn says why', async () => {
  const { till, ana } = await openShop();
  const nobody = '01890000-0000-7000-8000-000000000000';
  const codeOf = async (path: string) => {
    const { status, body } = await till.call<Failed>('GET', path);
    return [status, body.error.code];
  };
  expect(await codeOf(`/customers/${nobody}/card.svg`)).toEqual([404, 'customer-unknown']);
  expect(await codeOf(`/cards.pdf?ids=${ana.id},${nobody}`)).toEqual([404, 'customer-unknown']);
  for (const ids of ['', 'x', `${ana.id},`])
    expect(await codeOf(`/cards.pdf?ids=${ids}`)).toEqual([400, 'request-invalid']);
  expect(await codeOf('/cards.pdf')).toEqual([400, 'request-invalid']);
});
