import { rawQuery } from '../../electron/engine/db/query.ts';
import { syncStateOf } from '../../electron/engine/sync/sync-state.ts';
import { copyDisk, reopenTill, type SimTill } from './sim-till.ts';
import {
  addCustomer,
  addProduct,
  editCustomer,
  editProduct,
  editSettings,
  moveStockBy,
  refund,
  sell,
  type Hands,
} from './till-acts.ts';
import { crash, pull, push, startFrom, type World } from './world.ts';

const day = 86_400_000;

const handsOf = ({ engine, actor, random }: SimTill): Hands => ({ context: engine.context, actor, random });

async function sale(world: World, till: SimTill): Promise<string> {
  const answer = await sell(handsOf(till), (orderId) => world.asked.add(orderId));
  if (answer === null) return 'refused';
  world.answered.set(answer.orderId, { ...answer, till: till.name });
  return answer.receiptNumber;
}

/** The power fails while a sale is asked for and before it is committed: nobody was answered. */
async function saleCutShort(world: World, till: SimTill): Promise<string> {
  const folder = world.folder();
  const selling = sell(handsOf(till), (orderId) => world.asked.add(orderId));
  copyDisk(till.folder, folder);
  await selling;
  await startFrom(world, till, folder);
  return 'cut short';
}

/** Somebody copies the whole disk to another computer, and both go on as the same till. */
async function copyTill(world: World, till: SimTill): Promise<string> {
  if (world.tills.length > 3 || till.name.endsWith('copy')) return 'not again';
  const folder = world.folder();
  copyDisk(till.folder, folder);
  const name = `${till.name}-copy`;
  const clock = world.time.clock();
  const random = till.random.fork('copy');
  const network = world.network.for(name);
  world.tills.push(await reopenTill({ name, folder, clock, random, network }));
  return 'copied';
}

/** Few entries at a time, now and then, so that those behind are sent ahead. */
async function pushInParts(world: World, till: SimTill): Promise<string> {
  const { random } = world;
  if (random.chance(0.5)) syncStateOf(till.engine.context).mostEntries = 1 + random.below(4);
  return push(world, till);
}

/** The cloud's database goes away in the middle of taking something in: all of it is there afterwards, or nothing. */
async function pushIntoFailure(world: World, till: SimTill): Promise<string> {
  world.cloud.failAfter(world.random.below(14));
  const told = await pushInParts(world, till);
  world.cloud.failAfter(null);
  return told;
}

/** The power fails right after one of the commits of an exchange. */
async function exchangeCutShort(world: World, till: SimTill, exchange: Step['run']): Promise<string> {
  const { context } = till.engine;
  const folder = world.folder();
  let commitsLeft = world.random.below(3);
  let isCut = false;
  const write = context.write;
  context.write = async (work) => {
    const written = await write(work);
    if (!isCut && commitsLeft === 0) {
      copyDisk(till.folder, folder);
      isCut = true;
    }
    commitsLeft -= 1;
    return written;
  };
  await exchange(world, till);
  context.write = write;
  if (!isCut) return 'came through';
  await startFrom(world, till, folder);
  return 'cut short';
}

const ownSales = rawQuery<Record<never, never>, { orderId: string }>(
  `SELECT json_extract(body, '$.orderId') AS orderId FROM journal WHERE kind = 'sale.committed' AND seq > 0`,
);

/** What neither the cloud nor a till that made it has any more is gone with a disk, and with a backup of the cloud. */
async function forgetLost(world: World): Promise<void> {
  const there = new Set(await salesInCloud(world));
  for (const { engine } of world.tills) {
    for (const { orderId } of engine.context.read.each(ownSales)) there.add(orderId);
  }
  for (const orderId of world.answered.keys()) if (!there.has(orderId)) world.lostWithDisk.add(orderId);
}

async function salesInCloud({ cloud }: World): Promise<string[]> {
  const rows = await cloud
    .database()
    .selectFrom('entries')
    .select('body')
    .where('kind', '=', 'sale.committed')
    .execute();
  return rows.map(({ body }) => (JSON.parse(String(body)) as { orderId: string }).orderId);
}

/** The disk of an earlier moment is put in place: with the keys beside it (`silently`), or the database alone. */
async function restore(world: World, till: SimTill, silently: boolean): Promise<string> {
  const image = world.images.findLast((kept) => kept.till === till.name);
  if (image === undefined) return 'no image';
  const folder = world.folder();
  copyDisk(till.folder, folder);
  await till.engine.close();
  copyDatabaseOf(image.folder, folder, silently);
  const index = world.tills.indexOf(till);
  world.tills[index] = await reopenTill({ ...till, folder });
  await forgetLost(world);
  return silently ? 'silently' : 'the database alone';
}

function copyDatabaseOf(image: string, folder: string, withKeys: boolean): void {
  if (withKeys) copyDisk(image, folder);
  else copyDisk(image, folder, ['sukli.db', 'sukli.db-wal']);
}

type Step = { weight: number; run: (world: World, till: SimTill) => Promise<string | void> };

export const steps: Record<string, Step> = {
  sale: { weight: 30, run: sale },
  'sale cut short': { weight: 2, run: saleCutShort },
  refund: { weight: 6, run: async (_, till) => refund(handsOf(till)) },
  'new product': { weight: 4, run: async (_, till) => addProduct(handsOf(till)) },
  'edit product': { weight: 6, run: async (_, till) => editProduct(handsOf(till)) },
  'new customer': { weight: 4, run: async (_, till) => addCustomer(handsOf(till)) },
  'edit customer': { weight: 4, run: async (_, till) => editCustomer(handsOf(till)) },
  'edit settings': { weight: 2, run: async (_, till) => editSettings(handsOf(till)) },
  stock: { weight: 4, run: async (_, till) => moveStockBy(handsOf(till)) },
  push: { weight: 14, run: pushInParts },
  pull: { weight: 12, run: pull },
  crash: { weight: 3, run: crash },
  'push into a failure': { weight: 2, run: pushIntoFailure },
  'push cut short': { weight: 2, run: (world, till) => exchangeCutShort(world, till, pushInParts) },
  'pull cut short': { weight: 2, run: (world, till) => exchangeCutShort(world, till, pull) },
  image: {
    weight: 2,
    run: async (world, till) => {
      const folder = world.folder();
      copyDisk(till.folder, folder);
      world.images.push({ till: till.name, folder });
    },
  },
  'restore the database': { weight: 1, run: (world, till) => restore(world, till, false) },
  'restore the disk': { weight: 1, run: (world, till) => restore(world, till, true) },
  'copy the till': { weight: 1, run: copyTill },
  'late requests': { weight: 3, run: ({ network }) => network.deliverLate() },
  'cut off': {
    weight: 2,
    run: async ({ network, random }, till) => network.cutOff(till.name, random.chance(0.6)),
  },
  'clock is wrong': {
    weight: 2,
    run: async ({ random }, till) => {
      till.clock.offset = random.pick([-day, -3_600_000, 0, 0, 3_600_000, day]);
    },
  },
  'time passes': {
    weight: 4,
    run: async ({ time, random }) => time.advance(1_000 + random.below(6 * 3_600_000)),
  },
  'back up the cloud': { weight: 1, run: ({ cloud }) => cloud.backUp() },
  'restore the cloud': {
    weight: 1,
    run: async (world) => {
      if (!(await world.cloud.restore())) return 'no backup';
      await forgetLost(world);
      return 'restored';
    },
  },
};

/** The next thing that happens. */
export async function step(world: World): Promise<void> {
  const { random, tills, time, trace } = world;
  const till = random.pick(tills);
  const name = pickStep(random.below(totalWeight));
  time.advance(1 + random.below(5_000));
  const told = await steps[name]?.run(world, till);
  trace.push(`${till.name} ${name}${told === undefined ? '' : `: ${told}`}`);
}

const totalWeight = Object.values(steps).reduce((sum, { weight }) => sum + weight, 0);

function pickStep(at: number): string {
  let left = at;
  for (const [name, { weight }] of Object.entries(steps)) {
    if (left < weight) return name;
    left -= weight;
  }
  throw new Error('the weights do not add up');
}
