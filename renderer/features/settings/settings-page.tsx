import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink, Navigate, useParams } from 'react-router';
import type { Settings } from '../../../shared/api/settings.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { classNames } from '../../ui/class-names.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AboutSection } from './about-section.tsx';
import { ActsSection } from './acts-section.tsx';
import { ApiSection } from './api-section.tsx';
import { BarcodesSection } from './barcodes-section.tsx';
import { CreditSection } from './credit-section.tsx';
import { CashSection } from './cash-section.tsx';
import { CounterSection } from './counter-section.tsx';
import { DiscountsSection } from './discounts-section.tsx';
import { DoorsSection } from './doors-section.tsx';
import { PointsSection } from './points-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { ReceiptSection } from './receipt-section.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { ShopSection } from './shop-section.tsx';
import { StockSection } from './stock-section.tsx';
import { TaxSection } from './tax-section.tsx';
import { settingsTexts } from './texts.ts';

const sections = [
  'shop',
  'tax',
  'acts',
  'counter',
  'discounts',
  'barcodes',
  'receipt',
  'printer',
  'scanner',
  'points',
  'cash',
  'credit',
  'stock',
  'doors',
  'api',
  'about',
] as const;
type SectionKey = (typeof sections)[number];

const contents: Record<SectionKey, (settings: Settings) => ReactNode> = {
  shop: (settings) => <ShopSection saved={settings.shop} />,
  tax: (settings) => <TaxSection saved={settings.tax} />,
  acts: (settings) => <ActsSection saved={settings.acts} />,
  counter: (settings) => <CounterSection saved={settings.counter} />,
  discounts: (settings) => <DiscountsSection saved={settings.discounts} />,
  barcodes: (settings) => <BarcodesSection saved={settings.barcodes} />,
  receipt: (settings) => <ReceiptSection settings={settings} />,
  printer: (settings) => <PrinterSection settings={settings} />,
  scanner: (settings) => <ScannerSection saved={settings.scanner} />,
  points: (settings) => <PointsSection saved={settings.points} />,
  cash: (settings) => <CashSection saved={settings.cash} shop={settings.shop} />,
  credit: (settings) => <CreditSection saved={settings.credit} />,
  stock: (settings) => <StockSection saved={settings.stock} />,
  doors: (settings) => <DoorsSection saved={settings.doors} />,
  api: (settings) => <ApiSection saved={settings.api} />,
  about: () => <AboutSection />,
};

/** How the shop wants its till; each part is saved by itself. `/settings/tax` opens that part. */
export function SettingsPage() {
  const t = settingsTexts.useText();
  const { section = 'shop' } = useParams();
  const { data: settings, error, refetch } = useSettings();
  const mayEdit = useMay('settings.edit');
  const shown = sections.find((each) => each === section);
  if (shown === undefined) return <Navigate to="/settings/shop" replace />;
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex items-start gap-4">
        <nav aria-label={t('sections')} className="sticky top-0 flex w-36 shrink-0 flex-col gap-0.5 xl:w-44">
          {sections.map((each) => (
            <NavLink
              key={each}
              to={`/settings/${each}`}
              className={classNames(
                'flex min-h-11 items-center rounded-control px-3 font-medium',
                each === shown
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'text-ink-muted hover:bg-sunken hover:text-ink',
              )}
              aria-current={each === shown ? 'page' : undefined}
            >
              {t(each)}
            </NavLink>
          ))}
        </nav>
        <div className="min-w-0 flex-1">
          {!mayEdit && shown !== 'about' && (
            <p className="mb-3 flex items-center gap-2 rounded-card bg-sunken px-4 py-2.5 text-ink-muted">
              <Eye className="size-5 shrink-0" aria-hidden="true" />
              {t('readOnly')}
            </p>
          )}
          {settings === undefined ? (
            error === null ? (
              <Skeleton className="h-96 max-w-4xl rounded-card" />
            ) : (
              <FailureNotice failure={error} onRetry={() => void refetch()} />
            )
          ) : (
            <div key={shown}>{contents[shown](settings)}</div>
          )}
        </div>
      </div>
    </>
  );
}
