import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { DayReport } from '../../../shared/api/reports.ts';
import { useFormats } from '../../ui/format.tsx';
import { hourText } from './fill-hours.ts';
import { reportsTexts } from './texts.ts';

type Hour = DayReport['byHour'][number];

const tick = { fill: 'var(--ink-muted)', fontSize: 12 };

/** The takings of each hour as bars. Recharts is large: this file is fetched by the day page only. */
export function HoursChart({ hours }: { hours: Hour[] }) {
  const { number, currency } = useFormats();
  const whole = 10 ** currency.exponent;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={hours} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="hour"
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={tick}
          tickFormatter={(hour: number) => String(hour).padStart(2, '0')}
        />
        <YAxis
          width={64}
          tickLine={false}
          axisLine={false}
          tick={tick}
          tickFormatter={(minor: number) => number(Math.round(minor / whole))}
        />
        <Tooltip cursor={{ fill: 'var(--sunken)' }} content={<HourNote hours={hours} />} />
        <Bar
          dataKey="totalMinor"
          fill="var(--accent)"
          radius={[4, 4, 0, 0]}
          isAnimationActive={false}
          maxBarSize={44}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function HourNote({ hours, active, label }: { hours: Hour[]; active?: boolean; label?: string | number }) {
  const t = reportsTexts.useText();
  const { money, number } = useFormats();
  const hour = hours.find((each) => each.hour === Number(label));
  if (active !== true || hour === undefined) return null;
  return (
    <div className="figures rounded-control border bg-raised px-3 py-2 shadow-mid">
      <p className="text-sm text-ink-muted">{hourText(hour.hour)}</p>
      <p className="font-semibold">{money(hour.totalMinor)}</p>
      <p className="text-sm">
        {t('countSales', { count: hour.ordersCount, number: number(hour.ordersCount) })}
      </p>
    </div>
  );
}
