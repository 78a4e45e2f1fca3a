import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'Main',
  lists: 'Lists',
  status: 'Status',
  api: 'API',
  sandbox: 'Sandbox',
};

export default texts;
