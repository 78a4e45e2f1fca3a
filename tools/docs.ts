// `npm run docs`: writes the generated parts of the documents anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocuments, root } from './generated-documents.ts';

for (const [path, text] of Object.entries(generatedDocuments())) writeFileSync(join(root, path), text);
