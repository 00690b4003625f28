import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Permission } from '../../shared/domain/permissions.ts';

type Page = LazyExoticComponent<ComponentType>;

/** A page of its own script, loaded when it is opened first. */
function page<Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>): Page {
  return lazy(async () => ({ default: (await load())[name] }));
}

export type AppRoute = {
  path: string;
  Page: Page;
  /** Who may open it; null is anybody who is signed in. */
  permission: Permission | null;
};

const loadSell = () => import('../features/sell/index.tsx');
const loadOrders = () => import('../features/orders/index.tsx');
const loadRefunds = () => import('../features/refunds/index.tsx');
const loadCustomers = () => import('../features/customers/index.tsx');
const loadCredits = () => import('../features/credits/index.tsx');
const loadCatalog = () => import('../features/catalog/index.tsx');
const loadOffers = () => import('../features/offers/index.tsx');
const loadReports = () => import('../features/reports/index.tsx');
const loadShifts = () => import('../features/shifts/index.ts');
const loadSync = () => import('../features/sync/index.ts');
const loadPeople = () => import('../features/people/index.tsx');
const loadSettings = () => import('../features/settings/index.tsx');

const SalesPage = page('SalesPage', loadOrders);

/** The pages behind the sign-in. */
export const appRoutes: readonly AppRoute[] = [
  { path: '/sell', Page: page('SellPage', loadSell), permission: 'sell' },
  { path: '/sales', Page: SalesPage, permission: 'orders.view' },
  { path: '/sales/:id', Page: SalesPage, permission: 'orders.view' },
  { path: '/refund', Page: page('RefundStart', loadRefunds), permission: 'refunds.make' },
  {
    path: '/refund/without-receipt',
    Page: page('RefundWithoutReceipt', loadRefunds),
    permission: 'refunds.make',
  },
  { path: '/refund/:id', Page: page('RefundPage', loadRefunds), permission: 'refunds.make' },
  { path: '/shift', Page: page('ShiftPage', loadShifts), permission: 'sell' },
  { path: '/shift/close', Page: page('CloseShiftPage', loadShifts), permission: 'shifts.close' },
  { path: '/customers', Page: page('CustomersPage', loadCustomers), permission: 'customers.view' },
  { path: '/customers/:id', Page: page('CustomerPage', loadCustomers), permission: 'customers.view' },
  { path: '/credits', Page: page('CreditsPage', loadCredits), permission: 'credits.edit' },
  { path: '/products', Page: page('ProductsPage', loadCatalog), permission: 'products.view' },
  { path: '/products/import', Page: page('ImportPage', loadCatalog), permission: 'products.import' },
  { path: '/promotions', Page: page('PromotionsPage', loadOffers), permission: 'offers.view' },
  { path: '/promotions/:id', Page: page('PromotionPage', loadOffers), permission: 'offers.view' },
  { path: '/rewards', Page: page('RewardsPage', loadOffers), permission: 'offers.view' },
  { path: '/rewards/:id', Page: page('RewardPage', loadOffers), permission: 'offers.view' },
  { path: '/day', Page: page('DayPage', loadReports), permission: 'reports.day' },
  { path: '/z-reports', Page: page('ZReportsPage', loadReports), permission: 'reports.day' },
  { path: '/z-reports/:id', Page: page('ZReportPage', loadReports), permission: 'reports.day' },
  { path: '/journal', Page: page('JournalPage', loadReports), permission: 'journal.view' },
  { path: '/sync', Page: page('SyncPage', loadSync), permission: 'sync.view' },
  { path: '/sync/exceptions', Page: page('ExceptionsPage', loadSync), permission: 'sync.view' },
  { path: '/sync/tills', Page: page('TillsPage', loadSync), permission: 'sync.view' },
  { path: '/sync/reports', Page: page('SyncReportsPage', loadSync), permission: 'reports.day' },
  { path: '/people', Page: page('PeoplePage', loadPeople), permission: 'people.manage' },
  { path: '/accounts', Page: page('AccountsPage', loadPeople), permission: 'accounts.review' },
  { path: '/settings/:section?', Page: page('SettingsPage', loadSettings), permission: 'settings.view' },
];

/** Fetches the sell screen's script before it is opened, so that signing in shows it at once. */
export function preloadSell(): void {
  void loadSell();
}
