import { ok } from '../shared/domain/result.ts';
import { instantOf } from '../electron/engine/clock.ts';
import type { EngineContext } from '../electron/engine/context.ts';
import { noWebDetails, writeWebCustomer } from '../electron/engine/customers/index.ts';
import type { WritableDatabase } from '../electron/engine/db/database.ts';
import { append } from '../electron/engine/journal/index.ts';
import { insertPerson } from '../electron/engine/people/account-statements.ts';
import { openTokenPair } from '../electron/engine/people/index.ts';
import { hashPassword } from '../electron/engine/people/password.ts';
import { searchTextOf } from '../electron/engine/people/username.ts';
import { placeOrder } from '../electron/engine/placed-orders/index.ts';
import { openShop } from './open-engine.ts';

/** As many as the peer has: the active accounts own the first half of the orders, one after the other. */
export const seeded = { accounts: 10_000, orders: 100_000, active: 500 } as const;
export const password = 'TestPassword123';

/** Who owns a seeded order, by number from 1. */
export function ownerOf(order: number): number {
  return order <= seeded.orders / 2
    ? ((order - 1) % seeded.active) + 1
    : seeded.active + 1 + (order % (seeded.accounts - seeded.active));
}

export type SeededTill = {
  /** By account from 0: access and refresh tokens of the active ones, card codes of all. */
  access: string[];
  refresh: string[];
  cards: string[];
  staff: string;
};

type SeededPerson = { accountId: string; accountRowId: number; card: string };

/** Fills a new data folder through the engine, so that the books can be verified, and leaves it closed. */
export async function seedDialects(dataDir: string): Promise<SeededTill> {
  const shop = await openShop(dataDir);
  const { context } = shop.engine;
  await shop.call('PATCH', '/settings', { api: { accessSeconds: 21_600, refreshSeconds: 86_400 } });
  const people = await seedPeople(context);
  await seedOrders(context, people);
  const pairs = [];
  for (const { accountRowId } of people.slice(0, seeded.active)) {
    pairs.push(taken(await openTokenPair(context, { row_id: accountRowId, session_epoch: 0 })));
  }
  await shop.call('POST', '/accounts', {
    username: 'staff',
    displayName: 'Staff',
    role: 'staff',
    password: 'a bench of its own',
  });
  const signedIn = await shop.engine.fetch(
    new Request('http://bench.test/api/token/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'staff', password: 'a bench of its own' }),
    }),
  );
  const { access: staff } = (await signedIn.json()) as { access: string };
  await shop.close();
  return {
    access: pairs.map(({ access }) => access),
    refresh: pairs.map(({ refresh }) => refresh),
    cards: people.map(({ card }) => card),
    staff,
  };
}

/** What registering writes, but for its password hash, which takes longer than all the rest: they share one. */
async function seedPeople(context: EngineContext): Promise<SeededPerson[]> {
  const passwordHash = await hashPassword(context, password);
  const people: SeededPerson[] = [];
  for (let done = 0; done < seeded.accounts; done += 500) {
    const written = await context.write((tx) =>
      ok(Array.from({ length: 500 }, (_, at) => writePerson(context, tx, done + at + 1, passwordHash))),
    );
    people.push(...taken(written));
  }
  return people;
}

function writePerson(
  context: EngineContext,
  tx: WritableDatabase,
  number: number,
  passwordHash: string,
): SeededPerson {
  const id = context.ids.uuid();
  const username = `user${number}`;
  const email = `${username}@example.org`;
  const phone = `98${String(number).padStart(8, '0')}`;
  const name = `Ram No${number}`;
  const customer = writeWebCustomer(
    context,
    tx,
    {
      ...noWebDetails,
      firstName: 'Ram',
      lastName: `No${number}`,
      name,
      email,
      phone,
      address: 'Godawari',
      birthday: null,
      notes: '',
      tierId: null,
    },
    id,
  );
  const { rowId } = tx.run(insertPerson, {
    id,
    username,
    usernameFold: username,
    displayName: name,
    searchText: searchTextOf(username, name),
    role: 'customer',
    passwordHash,
    customerRowId: customer.rowId,
    email,
    emailFold: email,
    phone,
    at: instantOf(context.clock.now()),
  });
  append(context, tx, {
    kind: 'account.created',
    body: { accountId: id, role: 'customer', customerId: customer.customer.id },
    actor: id,
    personal: { username, displayName: name, email, phone },
  });
  return { accountId: id, accountRowId: rowId, card: customer.customer.qrCode };
}

async function seedOrders(context: EngineContext, people: readonly SeededPerson[]): Promise<void> {
  for (let done = 0; done < seeded.orders; done += 64) {
    const together = Array.from({ length: Math.min(64, seeded.orders - done) }, (_, at) => {
      const number = done + at + 1;
      const owner = people[ownerOf(number) - 1];
      if (owner === undefined) throw new Error(`nobody owns order ${number}`);
      return placeOrder(
        context,
        {
          productName: `Product ${number % 5_000}`,
          quantity: 1 + (number % 5),
          priceMinor: 100 + ((number * 37) % 49_900),
        },
        owner,
      );
    });
    for (const placed of await Promise.all(together)) {
      // Both sides name their orders from 1 on.
      const { publicId } = taken(placed);
      if (publicId > seeded.orders) throw new Error(`order ${publicId} is not one of the seeded`);
    }
  }
}

function taken<Value>(
  result: { ok: true; value: Value } | { ok: false; failure: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
