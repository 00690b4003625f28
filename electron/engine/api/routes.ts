import { approvalsRoutes } from '../approvals/index.ts';
import { cardsRoutes } from '../cards/index.ts';
import { cartsRoutes } from '../carts/index.ts';
import { catalogRoutes } from '../catalog/index.ts';
import { creditsRoutes } from '../credits/index.ts';
import { customersRoutes } from '../customers/index.ts';
import { healthRoutes } from '../health/index.ts';
import { journalRoutes } from '../journal/index.ts';
import { lookupRoutes } from '../lookup/index.ts';
import { loyaltyRoutes } from '../loyalty/index.ts';
import { offersRoutes } from '../offers/index.ts';
import { ordersRoutes } from '../orders/index.ts';
import { devicesRoutes, peopleRoutes, sessionsRoutes } from '../people/index.ts';
import { personRecordsRoutes } from '../person-records/index.ts';
import { placedOrdersRoutes } from '../placed-orders/index.ts';
import { promotionsRoutes } from '../promotions/index.ts';
import { receiptsRoutes } from '../receipts/index.ts';
import { refundsRoutes } from '../refunds/index.ts';
import { reportsRoutes } from '../reports/index.ts';
import { reviewsRoutes } from '../reviews/index.ts';
import { rewardsRoutes } from '../rewards/index.ts';
import type { AnyRoute } from '../route.ts';
import { settingsRoutes } from '../settings/index.ts';
import { setupRoutes } from '../setup/index.ts';
import { shiftsRoutes } from '../shifts/index.ts';
import { syncRoutes } from '../sync/index.ts';

/** Every route of `/api/v1`, by feature, in the order of the API page. */
export const v1Routes: readonly AnyRoute[] = [
  ...healthRoutes,
  ...setupRoutes,
  ...sessionsRoutes,
  ...approvalsRoutes,
  ...shiftsRoutes,
  ...lookupRoutes,
  ...cartsRoutes,
  ...ordersRoutes,
  ...refundsRoutes,
  ...placedOrdersRoutes,
  ...receiptsRoutes,
  ...catalogRoutes,
  ...customersRoutes,
  ...personRecordsRoutes,
  ...cardsRoutes,
  ...creditsRoutes,
  ...offersRoutes,
  ...promotionsRoutes,
  ...rewardsRoutes,
  ...loyaltyRoutes,
  ...peopleRoutes,
  ...devicesRoutes,
  ...reviewsRoutes,
  ...reportsRoutes,
  ...journalRoutes,
  ...syncRoutes,
  ...settingsRoutes,
];
