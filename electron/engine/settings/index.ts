export { hasSold, writeSettings } from './change-settings.ts';
export { loadSettings } from './load-settings.ts';
export { settingsRoutes } from './settings.routes.ts';
export { isOfTheShop, storeToldSettings, type ToldSetting } from './told-settings.ts';
export { tellSetUp } from './tell-set-up.ts';
export { takeShopSettings } from './take-shop-settings.ts';
