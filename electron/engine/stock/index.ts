export { applyStock } from './apply-stock.ts';
export { listStockMovements } from './list-stock-movements.ts';
export { moveStock } from './move-stock.ts';
export { recordMovement, recordStockMovement, type MovedBy } from './record-stock-movement.ts';
