export { catalogRoutes } from './catalog.routes.ts';
export { createCategory } from './create-category.ts';
export { createProduct } from './create-product.ts';
export { findProductByCode } from './find-product-by-code.ts';
export { findProductByLabel } from './find-product-by-label.ts';
export { importFile } from './import-file.ts';
export { startCatalog } from './start-catalog.ts';
