import { counterRoutes } from './ramyeon-counter.ts';
import { loginRoutes } from './ramyeon-login.ts';

/** 002: login of customers, and what the counter asks. */
export const ramyeonRoutes = [...loginRoutes, ...counterRoutes];
