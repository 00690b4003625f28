import { defineTexts } from '../../app/i18n.ts';

export const handOverTexts = defineTexts('hand-over', {
  title: 'This is the cart of {{owner}}',
  what_one: '{{count}} item, {{amount}}. {{name}} signed in meanwhile.',
  what_other: '{{count}} items, {{amount}}. {{name}} signed in meanwhile.',
  taken: '{{amount}} was taken for it already, so it cannot wait: take it over, or lock again for {{owner}}.',
  putAside: 'Put it aside',
  takeOver: 'Take it over',
  lockAgain: 'Lock again',
  inCart: 'What is in it',
  isAside: 'The cart of {{owner}} is on hold',
  isAsideWhat: 'Recall it with {{key}}.',
});
