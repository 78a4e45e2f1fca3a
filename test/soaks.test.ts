import { expect, test } from 'vitest';
import { textOf } from './architecture/tree.ts';
import { soaks } from './soaks.ts';

test.each(soaks)('$file is as long as $variable says', ({ file, variable }) => {
  expect(textOf(file)).toContain(`process.env.${variable}`);
});
