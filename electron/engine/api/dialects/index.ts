import { accountsRoutes } from './accounts.ts';
import type { AnyDialectRoute } from './dialect-route.ts';
import { myecommerceRoutes } from './myecommerce.ts';
import { ramyeonRoutes } from './ramyeon.ts';
import { rolesRoutes } from './roles.ts';

/** Every route of the dialects, by family, in the order of the API page. */
export const dialectRoutes: readonly AnyDialectRoute[] = [
  ...accountsRoutes,
  ...ramyeonRoutes,
  ...rolesRoutes,
  ...myecommerceRoutes,
];
