import { EmptyState } from '../../ui/empty-state.tsx';

export const CustomersPage = () => <EmptyState title="Customers" />;

export const CustomerPage = () => <EmptyState title="Customer" />;
