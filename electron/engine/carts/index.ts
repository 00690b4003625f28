export { cartsRoutes } from './carts.routes.ts';
export { endCart } from './end-cart.ts';
export { forgetInCarts } from './forget-in-carts.ts';
