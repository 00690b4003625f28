import type { EntryBodies } from '../../../../shared/journal/kinds.ts';
import { rawQuery } from '../../db/query.ts';
import { winFields } from '../../journal/index.ts';
import { isOfTheShop, storeToldSettings, type ToldSetting } from '../../settings/index.ts';
import type { Apply } from './types.ts';

/** The register that began the shop: what was set there before it joined a cloud is the shop's too. */
const firstRegister = 'T1';

/**
 * That it joined this shop, not one before. Of this very register, another life of which wrote the stream, the entry is
 * one's own. A till that was taken out and came back as another register sends what it wrote meanwhile in the life that had joined.
 */
const joinedBefore = rawQuery<{ stream: string; writer: string }, { seq: number }>(
  `SELECT j.seq FROM journal j WHERE j.kind = 'register.joined'
     AND json_extract(j.body, '$.storeId') = coalesce((SELECT store_id FROM link), json_extract(j.body, '$.storeId'))
     AND (j.stream = @stream OR j.writer = @writer OR j.stream IN (
     SELECT o.stream FROM streams s JOIN streams o ON o.register_id = s.register_id WHERE s.stream = @stream)
     OR j.seq > 0 AND @stream IN (
       SELECT o.stream FROM link l JOIN streams o ON o.register_id = l.register_id)) LIMIT 1`,
);

/** Settings of the shop, each key by itself. A till that brings books of its own does not set the shop's by joining it. */
export const settingsChanged: Apply = (_context, tx, { body, stream, writer, stamp, at, registerCode }) => {
  const { changes } = body as EntryBodies['settings.changed'];
  if (registerCode !== firstRegister && tx.first(joinedBefore, { stream, writer }) === undefined)
    return 'no-effect';
  const told = Object.entries(changes).flatMap(([section, values]) =>
    Object.entries(values as Record<string, unknown>).map(([key, value]) => ({ section, key, value })),
  );
  const shared = told.filter(({ section, key }) => isOfTheShop(section, key));
  const fields = shared.map(fieldOf);
  const won = new Set(winFields(tx, { entity: 'settings', id: 'shop', fields, stamp }));
  const winning = shared.filter((setting) => won.has(fieldOf(setting)));
  if (winning.length === 0) return 'no-effect';
  storeToldSettings(tx, winning, at);
  return 'applied';
};

function fieldOf({ section, key }: ToldSetting): string {
  return `${section}.${key}`;
}
