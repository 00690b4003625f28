export { ProductsPage } from './products-page.tsx';
export { ImportPage } from './import-page.tsx';
