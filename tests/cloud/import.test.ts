import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { entriesFile } from './support/entries-file.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, makeChain, makeKeys, openStore, zeros } from './support/test-till.ts';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const importer = await enrolTill(cloud, storeId);
  const lost = await enrolTill(cloud, storeId);
  for (let made = 0; made < 450; made += 1) lost.chain.add();
  const bring = async (file: Uint8Array) => {
    const response = await cloud.fetch(
      new Request('http://cloud/v1/sync/import', {
        method: 'POST',
        headers: { authorization: `Bearer ${importer.token()}`, 'content-type': 'application/gzip' },
        body: file as BodyInit,
      }),
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const fileFrom = (from: number, spoil?: (lines: string[]) => string[]) =>
    entriesFile(
      {
        keys: lost.keys,
        stream: lost.stream,
        prevHash: lost.chain.before(from),
        entries: lost.chain.entries.slice(from - 1),
        storeId,
      },
      spoil,
    );
  return { cloud, storeId, importer, lost, bring, fileFrom };
}

test('takes in what a revoked till could not send, once', async () => {
  const { importer, lost, bring, fileFrom } = await openShop();
  await lost.push(1, 100);
  await importer.call('POST', `/registers/${lost.id}/revoke`);
  expect((await lost.push(101, 110)).status).toBe(403);
  const all = { stream: lost.stream, last: 450, head: lost.chain.head(), forReview: 0 };
  expect(await bring(fileFrom(51))).toEqual({ status: 200, body: { ...all, imported: 350, known: 50 } });
  expect(await bring(fileFrom(51))).toEqual({ status: 200, body: { ...all, imported: 0, known: 400 } });
  const page = await importer.pull(0);
  expect(page.body.entries.map(({ seq }) => seq)).toEqual(lost.chain.entries.map(({ seq }) => seq));
});

test('takes in the sales of a till that never was enrolled', async () => {
  const { importer, bring } = await openShop();
  const stream = v7();
  const chain = makeChain(stream);
  for (let made = 0; made < 3; made += 1) chain.add();
  const file = entriesFile({ keys: makeKeys(), stream, prevHash: zeros, entries: chain.entries });
  expect(await bring(file)).toMatchObject({ status: 200, body: { imported: 3, known: 0 } });
  const stores = await importer.call<{
    stores: { registers: { code: string; revokedAt: string | null }[] }[];
  }>('GET', '/stores');
  expect(stores.body.stores[0]?.registers.at(-1)).toMatchObject({
    code: 'T3',
    revokedAt: expect.any(String),
  });
});

test('one file that is brought at two tills at once comes in once', async () => {
  const { importer, bring } = await openShop();
  const chain = makeChain(v7());
  chain.add();
  const stream = chain.entries[0]?.writer ?? '';
  const file = entriesFile({ keys: makeKeys(), stream, prevHash: zeros, entries: chain.entries });
  const answers = await Promise.all([bring(file), bring(file), bring(file)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await importer.pull(0)).body.entries).toHaveLength(1);
});

test('a life that the cloud has not heard of goes on where the file says', async () => {
  const { lost, bring } = await openShop();
  await lost.push(1, 20);
  const stream = v7();
  const chain = makeChain(stream, { seq: 20, head: lost.chain.before(21) });
  chain.add();
  const life = { keys: lost.keys, stream, prevHash: lost.chain.before(21), entries: chain.entries };
  expect(await bring(entriesFile(life))).toMatchObject({ status: 200, body: { imported: 1, last: 21 } });
});

test('refuses a file that was changed, cut, is not one, or has entries missing before it', async () => {
  const { bring, fileFrom, lost } = await openShop();
  const changed = fileFrom(1, (lines) => lines.with(7, (lines[7] ?? '').replace('"actor"', '"actor" ')));
  const swapped = fileFrom(1, (lines) => lines.toSpliced(5, 2, lines[6] ?? '', lines[5] ?? ''));
  const shortened = fileFrom(1, (lines) => lines.toSpliced(9, 1));
  const whole = fileFrom(1);
  const cases: [Uint8Array, number, string][] = [
    [changed, 422, 'file-forged'],
    [swapped, 422, 'file-forged'],
    [shortened, 400, 'file-unreadable'],
    [whole.subarray(0, whole.length / 2), 400, 'file-unreadable'],
    [new TextEncoder().encode('no file'), 400, 'file-unreadable'],
    [new Uint8Array(), 400, 'file-unreadable'],
    [fileFrom(2), 409, 'file-has-gap'],
  ];
  for (const [file, status, code] of cases) {
    expect(await bring(file)).toMatchObject({ status, body: { error: { code } } });
  }
  const forged = entriesFile({
    keys: makeKeys(),
    stream: lost.stream,
    prevHash: zeros,
    entries: lost.chain.entries,
  });
  expect(await bring(forged)).toMatchObject({ status: 422, body: { error: { code: 'file-forged' } } });
  expect((await lost.push(1, 1)).body.last).toBe(1);
});
