export { dayReport } from './day-report.ts';
export { reportsRoutes } from './reports.routes.ts';
