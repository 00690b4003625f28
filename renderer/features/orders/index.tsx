import { EmptyState } from '../../ui/empty-state.tsx';

export const SalesPage = () => <EmptyState title="Sales" />;
