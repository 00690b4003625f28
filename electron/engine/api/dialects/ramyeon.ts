import { counterRoutes } from './ramyeon-counter.ts';

/** 002: login of customers, and what the counter asks. */
export const ramyeonRoutes = [...counterRoutes];
