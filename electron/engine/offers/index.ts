export { offersForCart } from './offers-for-cart.ts';
export { offersRoutes } from './offers.routes.ts';
