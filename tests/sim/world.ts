import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinCloud } from '../../electron/engine/sync/join-cloud.ts';
import { pullOnce } from '../../electron/engine/sync/pull-once.ts';
import { pushOnce } from '../../electron/engine/sync/push-once.ts';
import { syncStateOf } from '../../electron/engine/sync/sync-state.ts';
import { notingHolds, type Holds } from './note-holds.ts';
import { randomOf, type Random } from './random.ts';
import { openSimCloud, type SimCloud } from './sim-cloud.ts';
import { simTime, type SimTime } from './sim-clock.ts';
import { simNetwork, type SimNetwork } from './sim-network.ts';
import { copyDisk, newTill, reopenTill, type SimTill } from './sim-till.ts';
import { addCustomer, addProduct, type Answered } from './till-acts.ts';

export type World = {
  seed: string;
  random: Random;
  time: SimTime;
  cloud: SimCloud;
  network: SimNetwork;
  tills: SimTill[];
  /** Sales that were asked for, and what was answered, by the till's name at that time. */
  asked: Set<string>;
  answered: Map<string, Answered & { till: string }>;
  /** Sales that neither the cloud nor their till has any more: gone with a disk, or with a disk and a backup of the cloud. */
  lostWithDisk: Set<string>;
  holds: Holds;
  /** Kept states of a till's disk. */
  images: { till: string; folder: string }[];
  /** What happened, in a line each: the same for the same seed. */
  trace: string[];
  folder(): string;
  end(): Promise<void>;
};

/** Two or three tills of one shop, joined to a cloud, before anything was sold. */
export async function openWorld(seed: string, server: string): Promise<World> {
  const random = randomOf(seed);
  const time = simTime();
  const root = mkdtempSync(join(tmpdir(), 'sukli-sim-'));
  let folders = 0;
  const cloud = await openSimCloud(server, time, random);
  const network = simNetwork(random.fork('network'), (request) => cloud.fetch(request));
  const world: World = {
    seed,
    random: random.fork('steps'),
    time,
    cloud,
    network,
    tills: [],
    asked: new Set(),
    answered: new Map(),
    lostWithDisk: new Set(),
    holds: new Map(),
    images: [],
    trace: [],
    folder: () => join(root, String((folders += 1))),
    async end() {
      for (const till of world.tills) await till.engine.close();
      await cloud.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  const count = 2 + random.below(2);
  for (let number = 1; number <= count; number += 1) await addTill(world, number);
  for (const till of world.tills) await stockUp(till);
  return world;
}

async function addTill(world: World, number: number): Promise<void> {
  const name = `till-${number}`;
  const till = await newTill({
    name,
    folder: world.folder(),
    clock: world.time.clock(),
    network: { fetch: (request) => world.cloud.fetch(request) },
    random: randomOf(`${world.seed}/${name}`),
  });
  const code = await world.cloud.code(name);
  const joined = await joinCloud(till.engine.context, { url: 'https://cloud.test', code, name }, till.actor);
  if (!joined.ok) throw new Error(joined.failure.message);
  // Joining is done by a person who sees whether it went well; what follows is not.
  till.network.fetch = notingHolds(world.network.for(name).fetch, world.holds, world.time);
  world.tills.push(till);
}

/** Something to sell, and somebody to sell it to. */
async function stockUp({ engine: { context }, actor, random }: SimTill): Promise<void> {
  for (let count = 0; count < 3; count += 1) await addProduct({ context, actor, random });
  await addCustomer({ context, actor, random });
}

/** The power fails at this moment: what was on the disk is all that is left, and the till starts again from it. */
export async function crash(world: World, till: SimTill): Promise<void> {
  const folder = world.folder();
  copyDisk(till.folder, folder);
  await startFrom(world, till, folder);
}

/** The till goes on from the disk in that folder. */
export async function startFrom(world: World, till: SimTill, folder: string): Promise<void> {
  const index = world.tills.indexOf(till);
  await till.engine.close();
  world.tills[index] = await reopenTill({ ...till, folder });
}

export async function push({ network }: World, till: SimTill): Promise<string> {
  const { context } = till.engine;
  const pushed = await pushOnce(context);
  await syncStateOf(context).ahead;
  await network.rest();
  return pushed.ok ? `${pushed.value.did} ${pushed.value.sent}` : pushed.failure.code;
}

export async function pull({ network }: World, till: SimTill): Promise<string> {
  const pulled = await pullOnce(till.engine.context);
  await network.rest();
  return pulled.ok ? `received ${pulled.value.received}` : pulled.failure.code;
}
