import { customersRoutes } from '../customers/index.ts';
import { journalRoutes } from '../journal/index.ts';
import { lookupRoutes } from '../lookup/index.ts';
import { peopleRoutes, sessionsRoutes } from '../people/index.ts';
import { reportsRoutes } from '../reports/index.ts';
import { reviewsRoutes } from '../reviews/index.ts';
import type { AnyRoute } from '../route.ts';
import { settingsRoutes } from '../settings/index.ts';
import { setupRoutes } from '../setup/index.ts';

/** Every route of `/api/v1`, by feature. */
export const v1Routes: readonly AnyRoute[] = [
  ...setupRoutes,
  ...sessionsRoutes,
  ...settingsRoutes,
  ...peopleRoutes,
  ...customersRoutes,
  ...lookupRoutes,
  ...reportsRoutes,
  ...reviewsRoutes,
  ...journalRoutes,
];
