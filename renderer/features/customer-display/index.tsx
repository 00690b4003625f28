export { CustomerDisplay } from './customer-display.tsx';
