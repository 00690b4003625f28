export { applyErased, applyMerged } from './apply-person.ts';
export { personRecordsRoutes } from './person-records.routes.ts';
