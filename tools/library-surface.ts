import { join } from 'node:path';
import ts from 'typescript';

const ENTRIES: Readonly<Record<string, string>> = {
  'chama/ceb': 'apps/library/ceb.ts',
  'chama/client': 'apps/library/client.ts',
};

const INTRODUCTION = `# What the library exports

Written by \`npm run docs\` from the source; a change of it is a change of what others rely on, so it is seen here and told in the
[changelog](../CHANGELOG.md). How to use it: [guide](guides/library.md).

Names stay, fields and options may be added, and what is read today is read tomorrow. Until 1.0 a change that breaks this raises the
minor version; messages follow the edition of the standard (202205).`;

/** The page of every exported name with its signature. @param root folder of the project. */
export function librarySurface(root: string): string {
  const files = Object.values(ENTRIES).map((file) => join(root, file));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.library.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(files, options);
  const parts = Object.entries(ENTRIES).map(([name, file]) => entryPart(program, name, join(root, file)));
  return `${[INTRODUCTION, ...parts].join('\n\n')}\n`;
}

function entryPart(program: ts.Program, name: string, file: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing`);
  const exported = checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    text: declared(checker, symbol),
  }));
  const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
  const texts = exported.toSorted(byName).map(({ text }) => text);
  return `## ${name}\n\n\`\`\`ts\n${texts.join('\n\n')}\n\`\`\``;
}

const printer = ts.createPrinter({ removeComments: true });

/** A name's declaration without comments and bodies; of what is computed, the name of its type. */
function declared(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = target.getDeclarations() ?? [];
  if (!declaration) throw new Error(`${symbol.name} is declared nowhere`);
  // Too long to be read at a stretch, and written from what is read elsewhere.
  if (declaration.getSourceFile().fileName.endsWith('.gen.ts'))
    return `interface ${symbol.name} { /* contracts/openapi.json, as types */ }`;
  if (ts.isClassDeclaration(declaration)) return classSurface(checker, declaration);
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
    return printer
      .printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile())
      .replace(/^export /, '')
      .replace(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2));
  }
  if (ts.isFunctionDeclaration(declaration))
    return `function ${symbol.name}${signature(checker, declaration)};`;
  if (ts.isVariableDeclaration(declaration) && declaration.type) {
    return `const ${symbol.name}: ${declaration.type.getText(declaration.getSourceFile())};`;
  }
  const type = checker.getTypeOfSymbolAtLocation(target, declaration);
  return `const ${symbol.name}: ${checker.typeToString(type, declaration, ts.TypeFormatFlags.None)};`;
}

function signature(checker: ts.TypeChecker, declaration: ts.SignatureDeclaration): string {
  const found = checker.getSignatureFromDeclaration(declaration);
  return found ? checker.signatureToString(found, declaration, ts.TypeFormatFlags.NoTruncation) : '';
}

function classSurface(checker: ts.TypeChecker, declaration: ts.ClassDeclaration): string {
  const source = declaration.getSourceFile();
  const heritage = declaration.heritageClauses?.map((clause) => ` ${clause.getText(source)}`).join('') ?? '';
  const members = declaration.members.flatMap((member) => {
    if (ts.isConstructorDeclaration(member))
      return [`  constructor${signature(checker, member).replace(/: \w+$/, '')};`];
    if (!ts.isPropertyDeclaration(member) || !member.name || ts.isPrivateIdentifier(member.name)) return [];
    const type = checker.typeToString(checker.getTypeAtLocation(member), member);
    return [`  readonly ${member.name.getText(source)}: ${type};`];
  });
  return `class ${declaration.name?.text}${heritage} {\n${members.join('\n')}\n}`;
}
