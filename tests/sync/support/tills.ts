import type { Cloud } from '../../../cloud/cloud.ts';
import type { Network } from '../../../electron/engine/cloud-link/index.ts';
import type { Pulled, Pushed } from '../../../electron/engine/sync/index.ts';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { codeFor, openStore } from '../../cloud/support/test-till.ts';
import { openTestEngine, testKeys, type TestEngine, type TestOptions } from '../../fixtures/engine.ts';
import { makeProduct, ringUp } from '../../fixtures/ring-up.ts';

/** How requests get to a cloud in process; tests may put something in their way. */
export type TestNetwork = Network & {
  between: ((request: Request, pass: Network['fetch']) => Promise<Response>) | null;
};

export function networkTo(cloud: Pick<Cloud, 'fetch'>): TestNetwork {
  const pass = (request: Request) => cloud.fetch(request);
  const network: TestNetwork = {
    between: null,
    fetch: (request) => (network.between === null ? pass(request) : network.between(request, pass)),
  };
  return network;
}

export type JoinedTill = TestEngine & { network: TestNetwork };

let tillsMade = 0;

/** A till with an owner and an open shift, joined to a store of the cloud. */
export async function joinedTill(
  cloud: Cloud,
  storeId: string,
  options: Omit<TestOptions, 'network'> = {},
): Promise<JoinedTill> {
  const network = networkTo(cloud);
  tillsMade += 1;
  const till = await openTestEngine({ keys: testKeys(100 + (tillsMade % 100)), ...options, network });
  await till.setUp();
  await till.openShift();
  await join(till, await codeFor(cloud, storeId));
  return { ...till, network };
}

export async function join(till: TestEngine, code: string): Promise<SyncStatus> {
  const body = { url: 'https://cloud.test', code, name: '' };
  const joined = await till.call<SyncStatus>('POST', '/sync/join', { body });
  if (joined.status !== 200) throw new Error(`joining answered ${JSON.stringify(joined.body)}`);
  return joined.body;
}

export { openStore, codeFor };

/** One step of sending; throws the failure. */
export async function push(till: Pick<TestEngine, 'engine'>): Promise<Pushed> {
  const pushed = await till.engine.sync.pushOnce();
  if (!pushed.ok) throw new Error(`${pushed.failure.code}: ${pushed.failure.message}`);
  return pushed.value;
}

/** One step of taking in; throws the failure. */
export async function pull(till: Pick<TestEngine, 'engine'>): Promise<Pulled> {
  const pulled = await till.engine.sync.pullOnce();
  if (!pulled.ok) throw new Error(`${pulled.failure.code}: ${pulled.failure.message}`);
  return pulled.value;
}

/** Sends and takes in until nothing is left to do. */
export async function settle(...tills: Pick<TestEngine, 'engine'>[]): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    let isDone = true;
    for (const till of tills) {
      const pushed = await push(till);
      const pulled = await pull(till);
      if (pushed.did !== 'nothing' || pulled.did !== 'nothing' || pulled.behind > 0) isDone = false;
    }
    if (isDone) return;
  }
  throw new Error('the tills did not settle');
}

export async function status(till: TestEngine): Promise<SyncStatus> {
  return (await till.call<SyncStatus>('GET', '/sync')).body;
}

/** Sells one bread for cash. */
export async function sellBread(till: TestEngine, price = 4_500) {
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: price });
  return ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
}
