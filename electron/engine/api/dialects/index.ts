import { accountsRoutes } from './accounts.ts';
import type { AnyDialectRoute } from './dialect-route.ts';
import { ramyeonRoutes } from './ramyeon.ts';

/** Every route of the dialects, by family, in the order of the API page. */
export const dialectRoutes: readonly AnyDialectRoute[] = [...accountsRoutes, ...ramyeonRoutes];
