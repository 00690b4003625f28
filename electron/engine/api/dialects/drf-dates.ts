import { fail, ok } from '../../../../shared/domain/result.ts';
import { instantOf } from '../../clock.ts';
import { texts } from './drf-errors.ts';
import type { Field } from './drf-fields.ts';

/** A day of the calendar, as `YYYY-MM-DD`. */
export function dateField({ required = true }: { required?: boolean } = {}): Field<string> {
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      const day = typeof value === 'string' ? dayOf(value) : null;
      return day === null ? fail([texts.date]) : ok(day);
    },
    schema: { type: 'string', format: 'date' },
  };
}

function dayOf(text: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = Date.parse(`${day}T00:00:00Z`);
  // The 31st of a month of 30 days would be read as the 1st of the next.
  return year !== '0000' && !Number.isNaN(instant) && instantOf(instant).startsWith(day) ? day : null;
}
