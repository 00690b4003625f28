export { SetUpPage } from './set-up-page.tsx';
export { countryChoices, currencyChoices, localeChoices, timeZoneChoices } from './countries.ts';
