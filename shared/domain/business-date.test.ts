import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { businessDate } from './business-date.ts';

describe('businessDate', () => {
  it.each([
    // plain
    ['2026-11-30T15:59:59.999Z', 'Asia/Manila', '00:00', '2026-11-30'],
    ['2026-11-30T16:00:00.000Z', 'Asia/Manila', '00:00', '2026-12-01'],
    ['2026-11-30T19:59:59.999Z', 'Asia/Manila', '04:00', '2026-11-30'],
    ['2026-11-30T20:00:00.000Z', 'Asia/Manila', '04:00', '2026-12-01'],
    ['2026-12-01T00:00:00+08:00', 'UTC', '00:00', '2026-11-30'],
    // quarter hours, leap day, turn of the year
    ['2024-02-28T18:15:00.000Z', 'Asia/Kathmandu', '00:00', '2024-02-29'],
    ['2024-02-29T18:14:59.000Z', 'Asia/Kathmandu', '00:00', '2024-02-29'],
    ['2026-01-01T01:00:00.000Z', 'UTC', '02:00', '2025-12-31'],
    // New York, clocks forward 2026-03-08 02:00 → 03:00: the cut-off 02:30 is skipped
    ['2026-03-08T06:59:59.999Z', 'America/New_York', '02:30', '2026-03-07'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '02:30', '2026-03-08'],
    // New York, clocks back 2026-11-01 02:00 → 01:00: the cut-off 01:30 comes twice, the first time counts
    ['2026-11-01T05:29:59.000Z', 'America/New_York', '01:30', '2026-10-31'],
    ['2026-11-01T05:30:00.000Z', 'America/New_York', '01:30', '2026-11-01'],
    ['2026-11-01T06:10:00.000Z', 'America/New_York', '01:30', '2026-11-01'],
    ['2026-11-01T06:30:00.000Z', 'America/New_York', '01:30', '2026-11-01'],
    ['2026-11-01T06:05:00.000Z', 'America/New_York', '01:20', '2026-11-01'],
    // Santiago 2026-09-06 00:00 → 01:00: the day has no midnight
    ['2026-09-06T03:59:59.000Z', 'America/Santiago', '00:00', '2026-09-05'],
    ['2026-09-06T04:00:00.000Z', 'America/Santiago', '00:00', '2026-09-06'],
    // Lord Howe moves by half an hour
    ['2026-10-03T15:30:00.000Z', 'Australia/Lord_Howe', '02:00', '2026-10-04'],
    ['2026-10-03T15:29:59.000Z', 'Australia/Lord_Howe', '02:00', '2026-10-03'],
    // Samoa had no 30 December 2011
    ['2011-12-30T09:59:59.000Z', 'Pacific/Apia', '00:00', '2011-12-29'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '00:00', '2011-12-31'],
  ])('%s in %s from %s is %s', (instant, zone, cutOff, date) => {
    expect(businessDate(instant, zone, cutOff)).toBe(date);
  });

  const zones = fc.constantFrom(
    'Asia/Manila',
    'Asia/Kathmandu',
    'America/New_York',
    'America/St_Johns',
    'Europe/Berlin',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/Santiago',
    'UTC',
  );
  const cutOffs = fc.constantFrom('00:00', '01:30', '02:30', '04:00', '12:00', '23:30');
  // half of them in the night when New York and Berlin change their clocks
  const changes = [
    Date.UTC(2026, 2, 8, 4),
    Date.UTC(2026, 10, 1, 4),
    Date.UTC(2026, 2, 29),
    Date.UTC(2026, 9, 25),
  ];
  const instants = fc.oneof(
    fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
    fc.tuple(fc.constantFrom(...changes), fc.nat({ max: 6 * 3_600_000 })).map(([night, ms]) => night + ms),
  );
  const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();

  it('is what the wall clock says, but for the hours that come twice', () => {
    fc.assert(
      fc.property(instants, zones, cutOffs, (ms, zone, cutOff) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
        const before = Temporal.PlainTime.compare(wall.toPlainTime(), cutOff) < 0;
        const byWall = wall.toPlainDate().subtract({ days: before ? 1 : 0 });
        const got = businessDate(iso(ms), zone, cutOff);
        if (got !== byWall.toString()) {
          const first = byWall.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: cutOff });
          expect(got).toBe(byWall.add({ days: 1 }).toString());
          expect(first.epochMilliseconds).toBeLessThanOrEqual(ms);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never goes back as time goes on', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 3 * 86_400_000 }), zones, cutOffs, (ms, later, zone, cutOff) => {
        expect(businessDate(iso(ms), zone, cutOff) <= businessDate(iso(ms + later), zone, cutOff)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2026-11-30', 'UTC', '00:00'],
    ['2026-11-30T10:00:00', 'UTC', '00:00'],
    ['2026-13-30T10:00:00Z', 'UTC', '00:00'],
    ['yesterday', 'UTC', '00:00'],
    ['2026-11-30T10:00:00Z', 'Mars/Olympus', '00:00'],
    ['2026-11-30T10:00:00Z', 'UTC', '24:00'],
    ['2026-11-30T10:00:00Z', 'UTC', '4:00'],
  ])('refuses %s %s %s', (instant, zone, cutOff) => {
    expect(() => businessDate(instant, zone, cutOff)).toThrow(RangeError);
  });

  it('costs next to nothing for sales of the same day', () => {
    const sales = Array.from({ length: 20_000 }, (_, index) => iso(Date.UTC(2026, 10, 30) + index * 2000));
    businessDate(sales[0] ?? '', 'Asia/Manila', '04:00');
    const started = performance.now();
    for (const sale of sales) businessDate(sale, 'Asia/Manila', '04:00');
    expect(((performance.now() - started) / sales.length) * 1000).toBeLessThan(20);
  });
});
