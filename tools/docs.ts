// `npm run docs`: writes the generated parts of the documents anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedDocuments } from './generated-documents.ts';
import { root } from './root.ts';

for (const [path, text] of Object.entries(generatedDocuments())) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
