import {
  BadgePercent,
  BookOpenText,
  CalendarDays,
  CloudUpload,
  Gift,
  Package,
  Receipt,
  ScanBarcode,
  Settings,
  Undo2,
  UserRound,
  UserRoundCog,
  UsersRound,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import type { Permission } from '../../shared/domain/permissions.ts';

/** The pages of the menu; who may open one is the same rule as the route's. */
export const navigation = [
  { path: '/sell', label: 'pageSell', icon: ScanBarcode, permission: 'sell' },
  { path: '/sales', label: 'pageSales', icon: Receipt, permission: 'orders.view' },
  { path: '/refund', label: 'pageRefund', icon: Undo2, permission: 'refunds.make', isInMenuOnly: true },
  { path: '/shift', label: 'pageShift', icon: Wallet, permission: 'sell' },
  { path: '/customers', label: 'pageCustomers', icon: UserRound, permission: 'customers.view' },
  { path: '/credits', label: 'pageCredits', icon: Gift, permission: 'credits.edit' },
  { path: '/products', label: 'pageProducts', icon: Package, permission: 'products.view' },
  {
    path: '/promotions',
    label: 'pageOffers',
    icon: BadgePercent,
    permission: 'offers.view',
    also: '/rewards',
  },
  {
    path: '/day',
    label: 'pageDay',
    icon: CalendarDays,
    permission: 'reports.day',
    also: '/z-reports',
  },
  { path: '/journal', label: 'pageJournal', icon: BookOpenText, permission: 'journal.view' },
  { path: '/sync', label: 'pageSync', icon: CloudUpload, permission: 'sync.view', isInMenuOnly: true },
  { path: '/people', label: 'pagePeople', icon: UserRoundCog, permission: 'people.manage' },
  { path: '/accounts', label: 'pageAccounts', icon: UsersRound, permission: 'accounts.review' },
  { path: '/settings', label: 'pageSettings', icon: Settings, permission: 'settings.view' },
] as const satisfies readonly NavigationPage[];

type NavigationPage = {
  path: string;
  label: string;
  icon: LucideIcon;
  permission: Permission;
  /** Another address that belongs to the same page of the menu. */
  also?: string;
  /** The rail beside every page has no room for what is done now and then. */
  isInMenuOnly?: true;
};

/** Whether an address belongs to a page of the menu. */
export function isOnPage(pathname: string, page: Pick<NavigationPage, 'path' | 'also'>): boolean {
  const paths: readonly string[] = page.also === undefined ? [page.path] : [page.path, page.also];
  return paths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
