import { EmptyState } from '../../ui/empty-state.tsx';

export const SellPage = () => <EmptyState title="Sell" />;
