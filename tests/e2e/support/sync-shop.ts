import type { SyncCode, SyncStatus } from '../../../shared/api/sync.ts';
import { signInToApi, type ApiClient } from './api-client.ts';
import { openDemoShop, type DemoShop } from './demo-shop.ts';
import { startCloud, type RunningCloud } from './start-cloud.ts';
import { setUpTill } from './set-up-till.ts';
import { startTill, type Till } from './start-till.ts';

/** The demonstration shop as one till of a cloud, with a second till and what the two of them made twice. */
export type SyncShop = DemoShop & {
  cloud: RunningCloud;
  /** The same person as `customer`, added on the second till. */
  twin: { id: string; name: string };
  remove(): Promise<void>;
};

const owner = { username: 'olivia', displayName: 'Olivia Owner', password: 'correct horse 7', pin: '2580' };

export async function openSyncShop(): Promise<SyncShop> {
  const [cloud, demo, other] = await Promise.all([startCloud(), openDemoShop(), startTill()]);
  await demo.api.call('POST', '/sync/join', { url: cloud.url, code: cloud.code, name: 'Counter' });
  const atOther = await setUp(other);
  const twin = await addTwice(demo, atOther);
  const { code } = await demo.api.call<SyncCode>('POST', '/sync/codes', { registerName: 'Till by the door' });
  await atOther.call('POST', '/sync/join', { url: cloud.url, code, name: '' });
  await demo.api.call('POST', '/sync/codes', { registerName: 'Market', store: { name: 'Harbour Street' } });
  await isSent(demo.api);
  await isSent(atOther);
  await demo.api.call('POST', '/sync/now');
  return {
    ...demo,
    cloud,
    twin,
    remove: async () => {
      await Promise.all([demo.till.remove(), other.remove()]);
      await cloud.remove();
    },
  };
}

async function setUp(till: Till): Promise<ApiClient> {
  await setUpTill(till, owner);
  return signInToApi(till, owner);
}

/** What happens when two tills are not connected: the same person and the same barcode on both. */
async function addTwice(demo: DemoShop, atOther: ApiClient): Promise<SyncShop['twin']> {
  const known = await demo.api.call<{ phone: string }>('GET', `/customers/${demo.customer.id}`);
  await atOther.call('POST', '/products', {
    name: 'Pandesal, bag of ten',
    priceMinor: 4_500,
    barcodes: demo.barcodes.slice(0, 1),
  });
  return atOther.call('POST', '/customers', { name: 'M. Santos', phone: known.phone });
}

async function isSent(api: ApiClient): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { waiting } = await api.call<SyncStatus>('POST', '/sync/now');
    if (waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Something still waits for the cloud.');
}
