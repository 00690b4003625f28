import { afterAll, beforeAll, expect, it } from 'vitest';
import { fill } from './contract/pattern.ts';
import { peopleOfMatrix, servedRoutes, spare, type ServedRoute } from './contract/matrix.ts';
import { guest } from './contract/people.ts';
import type { Answered, Body, Preparation } from './contract/row.ts';
import { openWorld, type World } from './contract/world.ts';
import { readBooks, type BooksReader } from './support/books.ts';
import { isErrorOf } from './support/error-shape.ts';
import { hostileBodies, hostileParts, hostileValues } from './support/hostile.ts';

const atEnd: (() => Promise<void>)[] = [];
let world: World;
let books: BooksReader;
beforeAll(async () => {
  world = await openWorld({ name: 'bad input', people: peopleOfMatrix, rows: [] }, (work) =>
    atEnd.push(work),
  );
  books = readBooks(world.till);
});
afterAll(async () => {
  books.close();
  for (const work of atEnd) await work();
});

const withBody = servedRoutes.filter(({ body }) => body !== undefined);
const mediaTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];

/** What each request of a route needs anew: a token can be blacklisted once, and a password changes. */
function preparationsOf({ ask }: ServedRoute): readonly Preparation[] {
  if (ask.includes('blacklist')) return [spare];
  return ask.includes('password/change') ? guest : [];
}

/** Sends one body; a refusal has the family's shape and has written nothing. */
async function send(route: ServedRoute, what: string, body: Body): Promise<Answered> {
  world.turn();
  await world.prepare(preparationsOf(route));
  const before = books.state();
  const as = route.ask.includes('password/change') ? 'guest' : route.as;
  const answer = await world.send({ ask: route.ask, as, body });
  const cell = `${route.ask}: ${what}`;
  if (answer.status < 400) return answer;
  expect([cell, answer.status >= 500, answer.text]).toEqual([cell, false, answer.text]);
  if (!isErrorOf(route.family, answer.json))
    expect(`${cell}: ${answer.text}`).toBe(`an error of ${route.family}`);
  if (books.state() !== before) expect(`${cell}: ${answer.status}, and wrote\n${books.state()}`).toBe(before);
  return answer;
}

const fieldsOf = (body: string) => Object.keys(JSON.parse(body.replaceAll(/(?<!")«[^»]*»/g, '0')) as object);

it.each(withBody)('$ask ignores unknown keys, and takes the last of a repeated key', async (route) => {
  const { body = '{}', status } = route;
  const more = '"zz_unknown":[1],"__proto__":{"role":"admin"},"constructor":5}';
  const unknown = body.replace(/\}$/, `${body === '{}' ? '' : ','}${more}`);
  expect((await send(route, 'unknown keys', unknown)).status).toBe(status);
  const firsts = fieldsOf(body).map((field) => `"${field}":[],`);
  const repeated = body.replace('{', `{${firsts.join('')}`).replace(/,\}$/, '}');
  expect((await send(route, 'repeated keys', repeated)).status).toBe(status);
});

it.each(withBody)('$ask refuses every hostile field', async (route) => {
  const { body = '{}' } = route;
  for (const field of fieldsOf(body)) {
    for (const [what, value] of Object.entries(hostileValues)) {
      await send(route, `${field} is ${what}`, replaceField(body, field, value));
    }
    await send(route, `${field} is left out`, replaceField(body, field, null));
  }
});

it.each(withBody)('$ask refuses every hostile body', async (route) => {
  for (const [what, body] of Object.entries(hostileBodies)) {
    for (const type of mediaTypes) {
      const { status } = await send(route, `${what} as ${type}`, { type, bytes: body });
      // A picture among the parts of a form may be larger.
      const mayBeLarge = route.ask.includes('profile') && type.startsWith('multipart');
      if (what === 'more than 1 MiB' && !mayBeLarge) expect([type, status]).toEqual([type, 413]);
    }
  }
});

it.each(servedRoutes)('$ask bears hostile parts of its path', async (route) => {
  const [method = '', path = ''] = route.ask.split(' ');
  for (const part of hostileParts) {
    const replaced = path.replaceAll(/«[^»]*»|(?<=\/)x(?=\/)/g, part);
    for (const asked of [replaced, `${path}${part}/`, `${path}?${part}=${part}`]) {
      world.turn();
      const { status, text } = await world.send({
        ask: `${method} ${fill(asked, world.words)}`,
        as: route.as,
        ...(route.body === undefined ? {} : { body: '{}' }),
      });
      expect([asked, status >= 500, text]).toEqual([asked, false, text]);
    }
  }
});

it('keeps the books right through all of it', async () => {
  expect((await world.till.engine.verify()).problems).toEqual([]);
});

/** The body with another value for one field, as text; null leaves the field out. */
function replaceField(body: string, field: string, value: string | null): string {
  const quoted = body.replaceAll(/(?<!")«([^»]*)»/g, '"«#$1»"');
  const pairs = Object.entries(JSON.parse(quoted) as Record<string, unknown>).flatMap(([name, old]) => {
    const kept = JSON.stringify(old).replace(/"«#([^»]*)»"/, '«$1»');
    if (name === field && value === null) return [];
    return `${JSON.stringify(name)}:${name === field ? value : kept}`;
  });
  return `{${pairs.join()}}`;
}
