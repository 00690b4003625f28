export { createCustomer, writeCustomer, type CustomerCreateInput } from './create-customer.ts';
export { customersRoutes } from './customers.routes.ts';
export { findCustomerByScan } from './find-customer-by-scan.ts';
export { getCustomer } from './get-customer.ts';
export { listCustomers, type CustomerListing } from './list-customers.ts';
export { recordVisit } from './record-visit.ts';
