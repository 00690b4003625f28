import { defineTexts } from '../../app/i18n.ts';

export const shiftTexts = defineTexts('shifts', {
  openTitle: 'Open the shift',
  openWhy: 'Count the money that is in the drawer now. What is sold from here on is added to it.',
  float: 'Float in the drawer',
  floatHint: '0 when the drawer is empty.',
  floatNeeded: 'Type what is in the drawer; 0 when it is empty.',
  open: 'Open the shift',
  opened: 'Shift {{number}} is open',
  openAlready: 'A shift is open already. Go on with it.',
});
