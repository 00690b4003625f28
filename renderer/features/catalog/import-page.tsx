import { EmptyState } from '../../ui/empty-state.tsx';

export const ImportPage = () => <EmptyState title="Import" />;
