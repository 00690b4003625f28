import { ordersRoutes } from './accounts-orders.ts';
import { tokenRefreshRoute, tokenRoute } from './token-views.ts';

/** 000 and 001: accounts, and the token views that all families share. */
export const accountsRoutes = [
  tokenRoute('accounts', '/api/token/'),
  tokenRefreshRoute('accounts', '/api/token/refresh/'),
  ...ordersRoutes,
];
