import { healthRoutes } from './health/health.routes.ts';
import type { AnyRoute } from './route.ts';

/** Every route of the cloud. */
export const cloudRoutes: readonly AnyRoute[] = [...healthRoutes];
