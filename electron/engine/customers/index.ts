export { writeWebCustomerChange, type AnyCustomerChange } from './change-customer.ts';
export { createCustomer, noWebDetails, writeCustomer, writeWebCustomer } from './create-customer.ts';
export { customersRoutes } from './customers.routes.ts';
export { customerByScannedCode, findCustomerByScan } from './find-customer-by-scan.ts';
export { listCustomers } from './list-customers.ts';
export { changeSpent, recordVisit } from './record-visit.ts';
export { setPicture } from './set-picture.ts';
export { survivorOf } from './survivor-of.ts';
export {
  changeCustomerRow,
  customerFieldNames,
  insertCustomerRow,
  type CustomerFields,
} from './customer-rows.ts';
export { customerById } from './customer-statements.ts';
