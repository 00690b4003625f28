export { cartsRoutes } from './carts.routes.ts';
export { endCart } from './end-cart.ts';
