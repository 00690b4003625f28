import { EmptyState } from '../../ui/empty-state.tsx';

export const ProductsPage = () => <EmptyState title="Products" />;

export const ImportPage = () => <EmptyState title="Import" />;
