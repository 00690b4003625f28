/** A bug that the simulation has to notice: in each `file` the text `find` becomes `replace`. */
export type Mutant = { name: string; edits: readonly { file: string; find: string; replace: string }[] };

export const mutants: readonly Mutant[] = [
  {
    name: 'the cloud counts what it knows',
    edits: [
      {
        file: 'cloud/sync/store-entries.ts',
        find: 'if (first !== undefined && isSame(first, entry)) return',
        replace: 'if (false) return',
      },
    ],
  },
  {
    name: 'a till takes in what it knows',
    edits: [
      {
        file: 'electron/engine/sync/apply/receive-entries.ts',
        find: 'if (tx.first(seqOfOp, { opId: pulled.opId }) !== undefined) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    name: 'marked as sent when it is sent',
    edits: [
      {
        file: 'electron/engine/sync/push-once.ts',
        find: '  const pushed = await pushAfter(context, link, from);',
        replace: `  await writePlace(context, link, ownHead(context.read), link.epoch);
  const pushed = await pushAfter(context, link, from);`,
      },
    ],
  },
  {
    name: 'the cursor before the rows',
    edits: [
      {
        file: 'electron/engine/sync/pull-once.ts',
        find: '    const taken = await takeBite(context, expected, bite, place);',
        replace: `    await context.write((tx) => {
      tx.run(moveCursor, { ...place, at: instantOf(context.clock.now()) });
      return ok(undefined);
    });
    const taken = await takeBite(context, { ...expected, ...place }, bite, place);`,
      },
    ],
  },
  {
    name: 'a balance that is written over',
    edits: [
      {
        file: 'electron/engine/loyalty/write-points.ts',
        find: 'tx.run(addToCustomer, { customerRowId, points,',
        replace: 'tx.run(addToCustomer, { customerRowId, points: journalSeqIsForeign(entry) ? 0 : points,',
      },
      {
        file: 'electron/engine/loyalty/write-points.ts',
        find: 'function fitsKind(',
        replace: `const journalSeqIsForeign = (entry: PointsToWrite) => entry.journalSeq < 0;

function fitsKind(`,
      },
    ],
  },
  {
    name: 'the receipt counter outside the transaction',
    edits: [
      {
        file: 'electron/engine/orders/next-receipt-number.ts',
        find: '  const { letter: series, last_number: number } = taken;',
        replace: `  const { letter: series } = taken;
  const counters = ((globalThis as { counters?: Map<string, number> }).counters ??= new Map());
  const counter = context.identity().writer;
  const number = Math.max((counters.get(counter) ?? 0) + 1, taken.last_number);
  counters.set(counter, number);`,
      },
    ],
  },
  {
    name: 'the receipt counter inside the restored database',
    edits: [
      {
        file: 'electron/engine/sync/begin-life.ts',
        find: '  tx.run(startSeries, { letter });',
        replace: '',
      },
    ],
  },
  {
    name: 'a restored database is not noticed',
    edits: [
      {
        file: 'electron/engine/sync/push-once.ts',
        find: "if (declinedBy.code === 'sync-forked') return fork(context, link);",
        replace: '',
      },
    ],
  },
  {
    name: 'sent by its number, whatever its hash',
    edits: [
      {
        file: 'electron/engine/sync/push-once.ts',
        find: 'if (!isOnOwnChain(context.read, place)) return fork(context, link);\n  if (place.seq < link',
        replace: 'if (place.seq < link',
      },
      {
        file: 'cloud/sync/push.ts',
        find: 'if (await isForked(tx, stream, request)) return forked(stream);',
        replace: '',
      },
    ],
  },
  {
    name: 'what it says and how far it is, in two transactions',
    edits: [
      {
        file: 'cloud/sync/store-entries.ts',
        find: `  await tx
    .updateTable('streams')
    .set({ last, head })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .execute();
`,
        replace: '',
      },
      {
        file: 'cloud/sync/push.ts',
        find: '  return pushed.ok ? ok({',
        replace: `  if (pushed.ok) {
    const { last, head } = pushed.value;
    const streams = context.database.updateTable('streams').set({ last, head });
    await streams.where('id', '=', request.stream).execute();
  }
  return pushed.ok ? ok({`,
      },
    ],
  },
  {
    name: 'the earlier edit wins',
    edits: [
      {
        file: 'electron/engine/journal/stamps.ts',
        find: 'return known === undefined || stamp > known.stamp;',
        replace: 'return true;',
      },
    ],
  },
  {
    name: 'points are held, whatever is left',
    edits: [
      {
        file: 'cloud/holds/hold-points.ts',
        find: 'if (points > left) {',
        replace: 'if (points > left + Number.MAX_SAFE_INTEGER) {',
      },
    ],
  },
  {
    name: 'the cloud leaves points without a sale out',
    edits: [
      {
        file: 'cloud/facts/write-facts.ts',
        find: '  await writePoints(tx, storeId, facts);\n',
        replace: '',
      },
    ],
  },
  {
    name: 'the cloud counts a sale for the day on which it arrives',
    edits: [
      {
        file: 'cloud/facts/write-facts.ts',
        find: '${column(({ entry }) => entry.businessDate)}::text[]',
        replace: '${column(({ entry }) => entry.receivedAt.slice(0, 10))}::text[]',
      },
    ],
  },
];
