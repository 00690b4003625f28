import { expect, it } from 'vitest';
import { rawQuery } from '../../db/query.ts';
import { genesisHash, canonicalText } from '../../../../shared/journal/chain.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { openTestEngine } from '../../../../tests/fixtures/engine.ts';
import { systemIds } from '../../ids.ts';
import { hashEntry } from '../../journal/index.ts';
import { receiveEntries, type PulledEntry, type Received } from './index.ts';
import type { EngineContext } from '../../context.ts';

type Told = { kind: string; v?: number; body: Record<string, unknown> };

/** A stream of entries as another till would send them. */
function streamOf(told: Told[]): PulledEntry[] {
  const [stream, writer] = [systemIds.uuid(), systemIds.uuid()];
  let previous: Uint8Array = genesisHash;
  return told.map(({ kind, v = 1, body }, index) => {
    const header = {
      seq: index + 1,
      opId: systemIds.uuid(),
      writer,
      kind,
      v,
      at: '2026-03-02T01:00:00.000Z',
      businessDate: '2026-03-02',
      actor: 'system',
      body: canonicalText(body),
    };
    previous = hashEntry(previous, header);
    const hash = Buffer.from(previous).toString('hex');
    return { ...header, hash, personal: null, stream, position: index + 1 };
  });
}

async function receive(context: EngineContext, entries: PulledEntry[]): Promise<Received> {
  const written = await context.write((tx) => ok(receiveEntries(context, tx, entries)));
  if (!written.ok) throw new Error(written.failure.message);
  return written.value;
}

const waiting = rawQuery<Record<never, never>, { kind: string; because: string }>(
  'SELECT j.kind, w.because FROM waiting_entries w JOIN journal j ON j.seq = w.seq ORDER BY w.seq DESC',
);

const opened = { kind: 'shift.opened', v: 2, body: { shiftId: 'a' } };

it('keeps each entry once, below zero, in the order of arrival', async () => {
  const { engine } = await openTestEngine();
  const entries = streamOf([opened, opened, opened]);
  expect(await receive(engine.context, entries.slice(0, 2))).toEqual({
    stored: 2,
    applied: 0,
    repeated: 0,
    waiting: 0,
  });
  expect(await receive(engine.context, entries)).toMatchObject({ stored: 1, repeated: 2 });
  const stored = engine.context.read.all(
    rawQuery<Record<never, never>, { seq: number; stream_seq: number }>(
      'SELECT seq, stream_seq FROM journal WHERE seq < 0 ORDER BY seq DESC',
    ),
  );
  expect(stored).toEqual([1, 2, 3].map((n) => ({ seq: -n, stream_seq: n })));
});

it('keeps what it cannot read, what is newer and what is forged, and goes on', async () => {
  const { engine } = await openTestEngine();
  const entries = streamOf([
    { kind: 'robot.hired', body: {} },
    { kind: 'shift.opened', v: 900, body: {} },
    opened,
    { kind: 'product.created', v: 2, body: { product: { productId: 7 } } },
    opened,
  ]).map((entry, index) => (index === 2 ? { ...entry, body: '{"shiftId":"b"}' } : entry));
  expect(await receive(engine.context, entries)).toMatchObject({ stored: 5 });
  expect(engine.context.read.all(waiting).slice(0, 3)).toEqual([
    { kind: 'robot.hired', because: 'unknown' },
    { kind: 'shift.opened', because: 'unknown' },
    { kind: 'shift.opened', because: 'unknown' },
  ]);
  expect((await engine.verify()).content).toBe(true);
});
