import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloudRoutes } from '../../cloud/routes.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { call, enrolTill, makeChain, openStore, zeros } from './support/test-till.ts';

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0', '-1', '1e400', 'null', '\0', '\ud800', zeros, Number.MAX_SAFE_INTEGER, -1, 0.5),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0', '-1', '1e300', '9007199254740993', '00000000-0000-7000-8000-000000000000'),
);

test('no request makes the cloud stumble, whatever is in it', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const till = await enrolTill(cloud, storeId);
  const routes = cloudRoutes.filter(({ path }) => path !== '/registers/self');
  const request = fc.record({
    route: fc.constantFrom(...routes),
    params: fc.array(text, { minLength: 2, maxLength: 2 }),
    query: fc.dictionary(
      fc.constantFrom('stream', 'after', 'limit', 'upTo', 'epoch', 'by', 'from', 'to'),
      text,
    ),
    body: anything,
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ route, params, query, body }) => {
      let at = 0;
      const path = route.path.replaceAll(
        /\{\w+\}/g,
        () => encodeURIComponent((params[(at += 1) - 1] ?? '').toWellFormed()) || '-',
      );
      const search = new URLSearchParams(Object.entries(query)).toString();
      const { status } = await call(cloud, route.method.toUpperCase(), `${path}?${search}`, {
        token: till.token(),
        ...(route.method === 'get' ? {} : { body }),
      });
      expect([route.path, status < 500]).toEqual([route.path, true]);
    }),
    { numRuns: 600 },
  );
});

test('no entry makes the cloud stumble, whatever is in it, and what is sound after it flows', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const fields = ['opId', 'kind', 'v', 'at', 'businessDate', 'actor', 'body', 'hash', 'personal', 'writer'];
  const change = fc.record({ field: fc.constantFrom(...fields), value: fc.oneof(anything, text) });
  const till = await enrolTill(cloud, storeId);
  let { chain } = till;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const before = { seq: chain.entries.length, head: chain.head() };
      const changed = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
      const bad = { ...chain.add({ kind: 'stock.moved', content: { quantityMilli: 1 } }), ...changed };
      const good = chain.add();
      const sent = await till.send({ stream: till.stream, prevHash: before.head, entries: [bad, good] });
      expect([200, 400]).toContain(sent.status);
      if (sent.status === 200) {
        expect(sent.body).toMatchObject({ last: before.seq + 2, head: good.hash });
        return;
      }
      // Not even the shape of an entry: nothing of the request is taken in.
      const again = makeChain(till.stream, before);
      again.entries.unshift(...chain.entries.slice(0, before.seq));
      chain = again;
    }),
    { numRuns: 300 },
  );
  expect((await till.pull(0)).status).toBe(200);
});
