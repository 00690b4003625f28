export { listReviews } from './list-reviews.ts';
export { reviewsRoutes } from './reviews.routes.ts';
