import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, fits } from './pattern.ts';
import type { Row } from './row.ts';
import { groups } from './table.ts';
import { openWorld, type World } from './world.ts';

for (const group of groups) {
  describe(group.name, () => {
    let world: World;
    const atEnd: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      world = await openWorld(group, (work) => atEnd.push(work));
    });
    afterAll(async () => {
      for (const work of atEnd.reverse()) await work();
    });
    for (const row of group.rows) it(nameOf(row), () => prove(world, row));
  });
}

it('has one row per fact, each with a name of its own', () => {
  const names = groups.flatMap((group) => group.rows.map((row) => `${group.name}: ${nameOf(row)}`));
  expect(names.length - new Set(names).size).toBe(0);
  console.log(`${names.length} facts of the contract in ${groups.length} groups.`);
});

function nameOf({ at, fact, ask }: Row): string {
  return `${at} ${fact} · ${ask.replaceAll(/«([^»]*)»/g, '{$1}')}`;
}

async function prove(world: World, row: Row): Promise<void> {
  world.turn();
  await world.prepare(row.first ?? []);
  await row.before?.(world);
  const answer = await world.send(row);
  const statuses = typeof row.status === 'number' ? [row.status] : row.status;
  const expected = row.text === undefined ? answer.text : fill(row.text, world.words);
  const right = statuses.includes(answer.status) && fits(answer.text, expected);
  if (!right) expect([answer.status, answer.text]).toEqual([statuses[0], expected]);
  for (const [name, value] of Object.entries(row.sent ?? {})) {
    const header = answer.headers.get(name);
    if (value === null || header === null) expect([name, header]).toEqual([name, value]);
    else if (!fits(header, fill(value, world.words))) expect(`${name}: ${header}`).toBe(`${name}: ${value}`);
  }
  await row.also?.(answer, world);
}
