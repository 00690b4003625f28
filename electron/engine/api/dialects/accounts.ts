import { profileRoutes } from './account-profile.ts';
import { ordersRoutes } from './accounts-orders.ts';
import type { AnyDialectRoute } from './dialect-route.ts';
import { logoutRoute } from './logout.ts';
import { registerRoute, registrationRoute } from './register-account.ts';
import { tokenRefreshRoute, tokenRoute } from './token-views.ts';

/** 001 and its aliases of 000, and the token views that all families share. */
export const accountsRoutes: readonly AnyDialectRoute[] = [
  registrationRoute,
  tokenRoute('accounts', '/api/token/'),
  tokenRefreshRoute('accounts', '/api/token/refresh/'),
  logoutRoute('/api/accounts/auth/logout/'),
  ...profileRoutes('/api/accounts/profile/'),
  ...ordersRoutes,
  registerRoute,
  ...profileRoutes('/api/profile/'),
  logoutRoute('/api/logout/'),
];
