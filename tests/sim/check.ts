import { rawQuery } from '../../electron/engine/db/query.ts';
import { proveSync } from '../../electron/engine/sync/prove-sync.ts';
import { syncGlance } from '../../electron/engine/sync/sync-glance.ts';
import { checkSums } from './check-sums.ts';
import type { SimTill } from './sim-till.ts';
import { pull, push, type World } from './world.ts';

/** So many rounds every queue may take to drain once the faults have stopped; a round is a push and a pull of each till. */
const mostRounds = 40;

/** Heals the network and the clocks and lets all tills exchange until nothing moves. Answers what did not come to rest. */
export async function heal(world: World): Promise<string[]> {
  const { network, tills, cloud, trace } = world;
  network.heal();
  for (const till of tills) till.clock.offset = 0;
  for (let round = 1; round <= mostRounds; round += 1) {
    const before = await positionOf(cloud);
    for (const till of tills) {
      trace.push(`heal ${till.name} ${await push(world, till)}, ${await pull(world, till)}`);
    }
    const waiting = tills.reduce((sum, { engine }) => sum + syncGlance(engine.context).waiting, 0);
    if (waiting === 0 && before === (await positionOf(cloud))) return [];
  }
  return tills
    .filter(({ engine }) => syncGlance(engine.context).waiting > 0)
    .map(({ name, engine }) => `${name} still has ${syncGlance(engine.context).waiting} entries to send`);
}

async function positionOf(cloud: World['cloud']): Promise<string> {
  const row = await cloud.database().selectFrom('stores').select('position').executeTakeFirst();
  return String(row?.position);
}

/** Everything that sync promises, looked for in the cloud and in every till. Answers what is not so. */
export async function check(world: World): Promise<string[]> {
  const cloud = await entriesOf(world);
  const orphans = orphansOf(world, cloud);
  const alike = orphans.length > 0 ? [] : [...equalTills(world), ...(await checkSums(world))];
  return [
    ...everySaleOnce(world, cloud),
    ...(await byteForByte(world, cloud)),
    ...receiptNumbers(world, cloud),
    ...(await soundBooks(world)),
    ...(bothWerePutBack(world) ? [] : orphans),
    ...alike,
  ];
}

const foreignEntries = rawQuery<Record<never, never>, { opId: string; kind: string }>(
  'SELECT op_id AS opId, kind FROM journal WHERE seq < 0',
);

/** What a till had of another, and neither that one nor the cloud has any more: the tills cannot be alike then. */
function orphansOf({ tills }: World, cloud: CloudEntry[]): string[] {
  const there = new Set(cloud.map(({ opId }) => opId));
  return tills.flatMap(({ name, engine }) =>
    [...engine.context.read.each(foreignEntries)]
      .filter(({ opId }) => !there.has(opId))
      .map(
        ({ opId, kind }) => `${name} has an entry of another till that is not in the cloud: ${kind} ${opId}`,
      ),
  );
}

/** Only where a disk and the cloud were both put back to earlier can an entry be gone from both. */
function bothWerePutBack({ trace }: World): boolean {
  const isSeen = (pattern: RegExp) => trace.some((line) => pattern.test(line));
  return isSeen(/ restore the cloud: restored$/) && isSeen(/ restore the (disk|database): (?!no image)/);
}

type CloudEntry = {
  stream: string;
  seq: number;
  opId: string;
  kind: string;
  state: string;
  body: string;
  hash: string;
};

async function entriesOf({ cloud }: World): Promise<CloudEntry[]> {
  const rows = await cloud.database().selectFrom('entries').selectAll().orderBy('position').execute();
  return rows.map(({ stream, seq, op_id, kind, state, body, hash }) => ({
    stream,
    seq: Number(seq),
    opId: op_id,
    kind,
    state,
    body: String(body),
    hash,
  }));
}

const counts = ({ state }: CloudEntry) => state !== 'repeat';

function everySaleOnce({ asked, answered, lostWithDisk }: World, cloud: CloudEntry[]): string[] {
  const times = new Map<string, number>();
  for (const entry of cloud) {
    if (entry.kind !== 'sale.committed' || !counts(entry)) continue;
    const { orderId } = JSON.parse(entry.body) as { orderId: string };
    times.set(orderId, (times.get(orderId) ?? 0) + 1);
  }
  return [
    ...[...answered.values()].flatMap(({ orderId, receiptNumber, till }) => {
      const found = times.get(orderId) ?? 0;
      if (found === 1 || (found === 0 && lostWithDisk.has(orderId))) return [];
      return [`the sale ${receiptNumber} of ${till} is in the cloud ${found} times`];
    }),
    ...[...times.keys()]
      .filter((orderId) => !asked.has(orderId))
      .map((orderId) => `the cloud has a sale that nobody asked for: ${orderId}`),
    ...[...times.entries()]
      .filter(([orderId, found]) => found > 1 && !answered.has(orderId))
      .map(([orderId, found]) => `the unanswered sale ${orderId} is in the cloud ${found} times`),
  ];
}

const ownEntries = rawQuery<Record<never, never>, { opId: string; body: string; hash: Uint8Array }>(
  'SELECT op_id AS opId, body, hash FROM journal WHERE seq > 0',
);

/** What a till has in its journal is in the cloud as it is, and is counted once. */
async function byteForByte({ tills }: World, cloud: CloudEntry[]): Promise<string[]> {
  const counted = new Map<string, CloudEntry[]>();
  const all = new Map<string, CloudEntry[]>();
  for (const entry of cloud) {
    all.set(entry.opId, [...(all.get(entry.opId) ?? []), entry]);
    if (counts(entry)) counted.set(entry.opId, [...(counted.get(entry.opId) ?? []), entry]);
  }
  const wrong: string[] = [];
  for (const [opId, entries] of counted)
    if (entries.length > 1) wrong.push(`the entry ${opId} counts ${entries.length} times in the cloud`);
  for (const till of tills) {
    for (const { opId, body, hash } of till.engine.context.read.each(ownEntries)) {
      if (!counted.has(opId)) wrong.push(`an entry of ${till.name} is not counted in the cloud: ${opId}`);
      const own = Buffer.from(hash).toString('hex');
      const same = all.get(opId)?.some((entry) => entry.body === body && entry.hash === own) === true;
      if (!same) wrong.push(`an entry of ${till.name} is not in the cloud byte for byte: ${opId}`);
    }
  }
  return wrong;
}

/** Numbers of one series follow each other without a gap; none is given twice but by two copies of one disk. */
function receiptNumbers({ trace }: World, cloud: CloudEntry[]): string[] {
  const numbers = new Map<string, number[]>();
  for (const entry of cloud) {
    if (!counts(entry) || !['sale.committed', 'refund.committed'].includes(entry.kind)) continue;
    const { receiptNumber } = JSON.parse(entry.body) as { receiptNumber: string };
    const at = receiptNumber.lastIndexOf('-');
    const series = receiptNumber.slice(0, at);
    numbers.set(series, [...(numbers.get(series) ?? []), Number(receiptNumber.slice(at + 1))]);
  }
  const copied = trace
    .filter((line) => /: (silently|copied)$/.test(line))
    .map((line) => `-T${/^till-(\d+)/.exec(line)?.[1]}-`);
  return [...numbers].flatMap(([series, given]) => {
    const distinct = [...new Set(given)].toSorted((a, b) => a - b);
    const wrong: string[] = [];
    if (distinct.length !== given.length && !copied.some((code) => `${series}-`.includes(code)))
      wrong.push(`receipt numbers of ${series} were given twice`);
    const last = distinct.at(-1) ?? 0;
    if (last !== distinct.length)
      wrong.push(`receipt numbers of ${series} have a gap: ${distinct.length} of ${last}`);
    return wrong;
  });
}

const records: Record<string, string> = {
  products: `SELECT id, sku, name, price_minor, archived, unit, tracks_stock, on_hand_milli FROM products ORDER BY id`,
  barcodes: `SELECT code, p.id AS product FROM barcodes JOIN products p ON p.row_id = product_row_id ORDER BY code`,
  customers: `SELECT id, name, phone, notes, points_balance, points_earned_ever, spent_minor, visits,
    erased_at IS NOT NULL AS erased FROM customers ORDER BY id`,
  orders: `SELECT o.id, total_minor, state, refunded_minor, c.id AS customer FROM orders o
    LEFT JOIN customers c ON c.row_id = o.customer_row_id ORDER BY 1`,
  lines: `SELECT line_id, quantity_milli, total_minor, refunded_milli, refunded_minor FROM order_lines ORDER BY line_id`,
  refunds: `SELECT id, total_minor, points_taken, points_given FROM refunds ORDER BY id`,
  points: `SELECT key, kind, points FROM points_entries ORDER BY key`,
  stock: `SELECT id, quantity_milli FROM stock_movements ORDER BY id`,
  shop: `SELECT section, value FROM settings WHERE section IN ('shop', 'tax', 'points') ORDER BY section`,
};

function dump({ engine }: SimTill): Map<string, string> {
  return new Map(
    Object.entries(records).map(([name, sql]) => [
      name,
      JSON.stringify(engine.context.read.all(rawQuery<Record<never, never>, unknown>(sql)), null, 1),
    ]),
  );
}

/** Tills with the same entries are equal. */
function equalTills({ tills }: World): string[] {
  const [first, ...others] = tills;
  if (first === undefined) return [];
  const expected = dump(first);
  return others.flatMap((till) => {
    const found = dump(till);
    return [...expected].flatMap(([name, text]) => {
      const other = found.get(name) ?? '';
      return other === text
        ? []
        : [`${till.name} and ${first.name} differ in ${name}: ${firstDifference(text, other)}`];
    });
  });
}

function firstDifference(one: string, other: string): string {
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const from = Math.max(0, at - 6);
  return `\n  here  ${right.slice(from, at + 3).join(' ')}\n  there ${left.slice(from, at + 3).join(' ')}`;
}

const waitingEntries = rawQuery<Record<never, never>, { kind: string; because: string }>(
  'SELECT kind, because FROM waiting_entries JOIN journal USING (seq)',
);

/** Every chain verifies, nothing waits for what should be here, and the statement of the cloud is the till's own. */
async function soundBooks({ tills }: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, engine } of tills) {
    const verified = await engine.context.readInWorker('verifyBooks', {});
    if (!verified.content)
      wrong.push(`the books of ${name} do not verify: ${JSON.stringify(verified.problems.slice(0, 3))}`);
    for (const { kind, because } of engine.context.read.all(waitingEntries))
      wrong.push(`an entry ${kind} has no effect on ${name}: ${because}`);
    const proof = await proveSync(engine.context);
    if (!proof.ok) wrong.push(`${name} has no statement: ${proof.failure.message}`);
    else if (!proof.value.matches)
      wrong.push(`the statement of ${name} differs: ${JSON.stringify(proof.value)}`);
  }
  return wrong;
}
