import { healthRoutes } from './health/health.routes.ts';
import { holdRoutes } from './holds/holds.routes.ts';
import { importRoutes } from './import/import.routes.ts';
import { registerRoutes } from './registers/registers.routes.ts';
import { reportRoutes } from './reports/reports.routes.ts';
import { reviewRoutes } from './reviews/reviews.routes.ts';
import type { AnyRoute } from './route.ts';
import { snapshotRoutes } from './snapshots/snapshots.routes.ts';
import { syncRoutes } from './sync/sync.routes.ts';

/** Every route of the cloud. */
export const cloudRoutes: readonly AnyRoute[] = [
  ...registerRoutes,
  ...syncRoutes,
  ...importRoutes,
  ...holdRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...snapshotRoutes,
  ...healthRoutes,
];
