// `npm run library`: builds the package others install into dist/library, ready for `npm pack`.
import { join } from 'node:path';
import { buildLibrary } from './library-package.ts';
import { root } from './root.ts';

const folder = join(root, 'dist/library');
const { files, bytes } = await buildLibrary(folder);
console.log(
  `dist/library: ${files} files, ${Math.round(bytes / 1024)} KiB. Pack it: npm pack ./dist/library`,
);
