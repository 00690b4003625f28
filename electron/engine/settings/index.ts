export { writeSettings } from './change-settings.ts';
export { loadSettings } from './load-settings.ts';
export { settingsRoutes } from './settings.routes.ts';
