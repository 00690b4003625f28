import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { OfferUse } from '../../../shared/api/offers.ts';
import { useFormats } from '../../ui/format.tsx';
import { offersTexts } from './texts.ts';

type Day = OfferUse['byDay'][number];

const tick = { fill: 'var(--ink-muted)', fontSize: 12 };

/** How often an offer was used on each day. Recharts is large: this file is fetched with the chart only. */
export function UseChart({ days }: { days: Day[] }) {
  const { number, locale } = useFormats();
  const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={days} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="date"
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={tick}
          minTickGap={24}
          tickFormatter={(date: string) => short.format(Date.parse(`${date}T00:00:00Z`))}
        />
        <YAxis
          width={40}
          allowDecimals={false}
          tickLine={false}
          axisLine={false}
          tick={tick}
          tickFormatter={(uses: number) => number(uses)}
        />
        <Tooltip cursor={{ fill: 'var(--sunken)' }} content={<DayNote days={days} />} />
        <Bar
          dataKey="uses"
          fill="var(--accent)"
          radius={[4, 4, 0, 0]}
          isAnimationActive={false}
          maxBarSize={44}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function DayNote({ days, active, label }: { days: Day[]; active?: boolean; label?: string | number }) {
  const t = offersTexts.useText();
  const { money, number, day } = useFormats();
  const shown = days.find(({ date }) => date === label);
  if (active !== true || shown === undefined) return null;
  return (
    <div className="figures rounded-control border bg-raised px-3 py-2 shadow-mid">
      <p className="text-sm text-ink-muted">{day(shown.date)}</p>
      <p className="font-semibold">{t('timesUsed', { count: shown.uses, number: number(shown.uses) })}</p>
      <p className="text-sm">{t('tookOff', { amount: money(shown.discountMinor) })}</p>
    </div>
  );
}
