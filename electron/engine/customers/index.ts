export { writeWebCustomerChange, type AnyCustomerChange } from './change-customer.ts';
export { createCustomer, noWebDetails, writeCustomer, writeWebCustomer } from './create-customer.ts';
export { customersRoutes } from './customers.routes.ts';
export { customerByScannedCode, findCustomerByScan } from './find-customer-by-scan.ts';
export { listCustomers } from './list-customers.ts';
export { changeSpent, recordVisit } from './record-visit.ts';
export { setPicture } from './set-picture.ts';
export { survivorOf, survivorOfRow } from './survivor-of.ts';
export {
  changeCustomerRow,
  customerFieldNames,
  insertCustomerRow,
  type CustomerFields,
} from './customer-rows.ts';
export { customerById, customerByRowId, type CustomerRow } from './customer-statements.ts';
export { customerOf } from './customer-of.ts';
export { emptyCustomerRows, erasedFields } from './empty-rows.ts';
export { getCustomer } from './get-customer.ts';
export { joinCustomerRows } from './join-rows.ts';
