import { Link } from 'react-router';
import type { Order } from '../../../shared/api/orders.ts';
import { useMay } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { SaleReturns } from './sale-returns.tsx';
import { SaleOffers } from './sale-offers.tsx';
import { tenderWords } from './tender-words.ts';
import { ordersTexts } from './texts.ts';

type OrderLine = Order['lines'][number];
type Payment = Order['payments'][number];

/** What a sale was made of: lines, taxes, payments, points. */
export function SaleDetails({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  return (
    <div className="flex flex-col gap-4">
      <SaleCustomer order={order} />
      <ul aria-label={t('lines')} className="flex flex-col">
        {order.lines.map((line) => (
          <Line key={line.lineId} line={line} />
        ))}
      </ul>
      <Totals order={order} />
      <section aria-label={t('payments')} className="flex flex-col gap-1 border-t pt-3">
        <h3 className="text-sm font-medium text-ink-muted">{t('payments')}</h3>
        {order.payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
        {order.changeMinor > 0 && <Row label={t('change')} minor={order.changeMinor} />}
      </section>
      <SaleReturns order={order} />
      <Marks order={order} />
    </div>
  );
}

function SaleCustomer({ order: { customer, state } }: { order: Order }) {
  const t = ordersTexts.useText();
  const maySee = useMay('customers.view');
  if (customer === null && state === 'paid') return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {customer !== null &&
        (maySee ? (
          <Link
            to={`/customers/${customer.id}`}
            className="inline-flex min-h-11 min-w-0 items-center gap-2 rounded-control bg-accent-soft px-3 font-medium text-accent-text"
          >
            <span className="min-w-0 truncate">{customer.name}</span>
            <span className="figures text-sm">{customer.code}</span>
          </Link>
        ) : (
          <span className="font-medium">{customer.name}</span>
        ))}
      {state === 'refunded' && <Badge tone="warn">{t('refunded')}</Badge>}
      {state === 'voided' && <Badge tone="bad">{t('voided')}</Badge>}
    </div>
  );
}

function Line({ line }: { line: OrderLine }) {
  const t = ordersTexts.useText();
  const { money, quantity } = useFormats();
  return (
    <li className="flex items-baseline gap-3 border-b py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">{line.name}</p>
        <p className="figures text-sm text-ink-muted">
          {t(line.unit === 'kg' ? 'lineKilogram' : 'lineEach', {
            quantity: quantity(line.quantityMilli),
            price: money(line.unitPriceMinor),
          })}
        </p>
        {ownDiscount(line) > 0 && (
          <p className="figures text-sm text-ink-muted">
            {t('discount')} −{money(ownDiscount(line))}
          </p>
        )}
        {offered(line) > 0 && (
          <p className="figures text-sm text-accent-text">
            {t('offers')} −{money(offered(line))}
          </p>
        )}
        {line.note !== '' && <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">{line.note}</p>}
      </div>
      <Money minor={line.grossMinor - line.discountMinor} className="font-medium" />
    </li>
  );
}

const offered = ({ promotionMinor, rewardMinor }: OrderLine) => promotionMinor + rewardMinor;
/** What was taken off a line by hand: all that was, without what offers did. */
const ownDiscount = (line: OrderLine) => line.discountMinor - offered(line);

function Totals({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  const { money, percent } = useFormats();
  const byHandMinor = order.lines.reduce((sum, line) => sum + ownDiscount(line), 0);
  return (
    <div className="flex flex-col gap-1 border-t pt-3">
      {byHandMinor > 0 && <Row label={t('discount')} minor={-byHandMinor} />}
      <SaleOffers order={order} />
      {order.taxMode === 'exclusive' && <Row label={t('subtotal')} minor={order.netMinor} />}
      {order.taxes.map((tax) => (
        <Row
          key={`${tax.name} ${tax.ratePpm}`}
          label={t(order.taxMode === 'inclusive' ? 'taxIncluded' : 'taxAdded', {
            name: tax.name,
            rate: percent(tax.ratePpm),
            base: money(tax.baseMinor),
          })}
          minor={tax.taxMinor}
          muted
        />
      ))}
      {order.cashRoundingMinor !== 0 && <Row label={t('cashRounding')} minor={order.cashRoundingMinor} />}
      <p className="flex items-baseline justify-between gap-3 pt-1 text-2xl font-semibold">
        <span>{t('total')}</span>
        <Money minor={order.totalMinor} />
      </p>
    </div>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const t = ordersTexts.useText();
  const { money } = useFormats();
  const { kind, amountMinor, tenderedMinor, reference, last4, state } = payment;
  const details = [
    tenderedMinor > amountMinor ? t('tendered', { amount: money(tenderedMinor) }) : '',
    last4 === '' ? '' : t('endingIn', { digits: last4 }),
    reference,
    state === 'completed' ? '' : t(state),
  ].filter((detail) => detail !== '');
  return (
    <div>
      <Row label={tenderWords(kind)} minor={amountMinor} />
      {details.length > 0 && (
        <p className="figures text-sm text-ink-muted [overflow-wrap:anywhere]">{details.join(' · ')}</p>
      )}
    </div>
  );
}

function Marks({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  const { number, day } = useFormats();
  const marks = [
    order.pointsEarned === 0
      ? ''
      : t('pointsEarned', { count: order.pointsEarned, points: number(order.pointsEarned) }),
    order.pointsSpent === 0
      ? ''
      : t('pointsSpent', { count: order.pointsSpent, points: number(order.pointsSpent) }),
    order.pointsBalanceAfter === null ? '' : t('pointsBalance', { points: number(order.pointsBalanceAfter) }),
    t('businessDate', { date: day(order.businessDate) }),
    t('journal', { head: order.journalHead }),
  ].filter((mark) => mark !== '');
  return <p className="figures border-t pt-3 text-sm text-ink-muted">{marks.join(' · ')}</p>;
}

function Row({ label, minor, muted = false }: { label: string; minor: number; muted?: boolean }) {
  return (
    <p className={`flex items-baseline justify-between gap-3 ${muted ? 'text-sm text-ink-muted' : ''}`}>
      <span className="min-w-0">{label}</span>
      <Money minor={minor} />
    </p>
  );
}
