/** A schema of the description, as far as types are made of it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The types of the whole interface for the client: every schema, and of every operation what is asked and answered. */
export function libraryInterface({ paths, components }: Description): string {
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `${told(schema.description, '  ')}  ${name}: ${typeOf(schema, '  ')};`,
  );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(() => path.startsWith('/api/'))
      .map(([method, operation]) => operationType(`${method.toUpperCase()} ${path}`, operation)),
  );
  return [
    '// Written by `npm run openapi` from the description of the interface; do not edit it by hand.\n',
    '/** Every schema of the interface, by its name in the description. */',
    `export interface Schemas {\n${schemas.join('\n')}\n}\n`,
    '/** Every operation: what it is asked with, and what it answers. */',
    `export interface Operations {\n${operations.join('\n')}\n}\n`,
  ].join('\n');
}

function operationType(
  place: string,
  { summary, parameters = [], requestBody, responses }: Operation,
): string {
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content;
  const asked = (['path', 'query', 'header'] as const).flatMap((where) => {
    // The client sets these two by itself.
    const own = parameters.filter(
      (one) => one.in === where && !/^(idempotency-key|if-match)$/i.test(one.name),
    );
    if (own.length === 0) return [];
    const fields = own.map(
      ({ name, required, schema }) => `${keyOf(name)}${required ? '' : '?'}: ${typeOf(schema ?? {}, '')}`,
    );
    const optional = own.every(({ required }) => !required) ? '?' : '';
    return [`    ${where === 'header' ? 'headers' : where}${optional}: { ${fields.join('; ')} };`];
  });
  const types = Object.keys(requestBody?.content ?? {});
  const body = requestBody
    ? [
        `    body: ${bodyOf(requestBody.content)};`,
        ...(types.includes('application/json')
          ? []
          : [`    type: ${types.map((one) => `'${one}'`).join(' | ')};`]),
      ]
    : [];
  const answer = `    answer: ${good ? bodyOf(good) : 'undefined'};`;
  return `${told(summary, '  ')}  '${place}': {\n${[...asked, ...body, answer].join('\n')}\n  };`;
}

/** JSON as its type, other text as text, files as bytes. */
function bodyOf(content: Content): string {
  const types = Object.keys(content);
  if (types.includes('application/json')) return typeOf(content['application/json']?.schema ?? {}, '    ');
  return types.every((type) => /^text\/|xml|urlencoded/.test(type)) ? 'string' : 'Uint8Array';
}

const told = (words: string | undefined, indent: string): string =>
  words ? `${indent}/** ${words.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n` : '';

const keyOf = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function typeOf(schema: Schema, indent: string): string {
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  if ($ref !== undefined) return `Schemas['${$ref.split('/').at(-1)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choice = anyOf ?? oneOf;
  if (choice) return choice.map((one) => typeOf(one, indent)).join(' | ');
  if (allOf) return allOf.map((one) => typeOf(one, indent)).join(' & ');
  const types = [type ?? []].flat();
  if (types.length === 0) return schema.properties ? objectOf(schema, indent) : 'unknown';
  return types.map((one) => plain[one] ?? structureOf(one, schema, indent)).join(' | ');
}

function structureOf(type: string, schema: Schema, indent: string): string {
  if (type !== 'array') return objectOf(schema, indent);
  const item = typeOf(schema.items ?? {}, indent);
  return / [|&] /.test(item) ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function objectOf({ properties, required = [], additionalProperties }: Schema, indent: string): string {
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown';
    return `Readonly<Record<string, ${value}>>`;
  }
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      `${told(field.description, inner)}${inner}readonly ${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(field, inner)};`,
  );
  return `{\n${fields.join('\n')}\n${indent}}`;
}
