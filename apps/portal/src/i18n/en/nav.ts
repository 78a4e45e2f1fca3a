import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'Main',
  lists: 'Lists',
  api: 'API',
  sandbox: 'Sandbox',
};

export default texts;
