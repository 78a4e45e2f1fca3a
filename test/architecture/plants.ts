import { apps, modules, platform } from '../../architecture.mjs';

/** A file that breaks one rule, and the name of the rule that must catch it. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
  /** Another file the violation needs. */
  readonly also?: Readonly<Record<string, string>>;
}

const byHand: readonly Plant[] = [
  { rule: 'platform-knows-no-business', file: 'platform/http/sins/business.ts', code: "import '#tax';" },
  {
    rule: 'modules-know-no-apps',
    file: 'modules/tax/sins/app.ts',
    code: "import '../../../apps/demo/main.ts';",
  },
  {
    rule: 'portal-stands-alone',
    file: 'apps/portal/src/server.ts',
    code: "import '../../../platform/kernel/index.ts';",
  },
  { rule: 'nothing-imports-the-portal', file: 'apps/server/page.ts', code: "import '../portal/main.ts';" },
  {
    rule: 'front-door-only',
    file: 'modules/tax/sins/window.ts',
    code: "import '../../registry/domain/inner.ts';",
  },
  {
    rule: 'tests-use-three-doors',
    file: 'modules/tax/sins/window.test.ts',
    code: "import '../../registry/domain/inner.ts';",
  },
  {
    rule: 'apps-use-two-doors',
    file: 'apps/demo/window.ts',
    code: "import '../../modules/tax/domain/inner.ts';",
  },
  {
    rule: 'platform-front-door',
    file: 'modules/tax/sins/cellar.ts',
    code: "import '../../../platform/kernel/inner.ts';",
  },
  {
    rule: 'platform-parts-by-front-door',
    file: 'platform/postgres/cellar.ts',
    code: "import '../kernel/inner.ts';",
  },
  {
    rule: 'relative-stays-inside',
    file: 'modules/tax/sins/long-way.ts',
    code: "import '../../registry/index.ts';",
  },
  { rule: 'inside-relative', file: 'modules/tax/sins/own-door.ts', code: "import '#tax';" },
  { rule: 'domain-takes-no-package', file: 'modules/tax/domain/file.ts', code: "import 'node:fs';" },
  {
    rule: 'portable-runs-in-browsers',
    file: 'modules/signatures/portable/crypto.ts',
    code: "import 'node:crypto';",
  },
  {
    rule: 'domain-takes-no-package',
    file: 'modules/tax/domain/package.ts',
    code: "import type { z } from 'zod';",
  },
  { rule: 'domain-takes-no-package', file: 'modules/ceb/clock.ts', code: "import 'node:timers';" },
  { rule: 'domain-takes-no-package', file: 'platform/kernel/chance.ts', code: "import 'node:crypto';" },
  {
    rule: 'domain-knows-no-other-room',
    file: 'modules/tax/domain/outside.ts',
    code: "import type {} from '../storage/inner.ts';",
  },
  {
    rule: 'domain-uses-kernel-only',
    file: 'modules/quotas/domain/database.ts',
    code: "import type {} from '#postgres';",
  },
  {
    rule: 'domain-reaches-no-database',
    file: 'modules/tax/domain/reach.ts',
    code: "import type {} from '#declarations';",
  },
  {
    rule: 'front-door-shows-no-route',
    file: 'modules/waybills/index.ts',
    code: "export * from './http/inner.ts';",
  },
  {
    rule: 'application-knows-no-route',
    file: 'modules/tax/application/direct.ts',
    code: "import '../http/inner.ts';",
  },
  {
    rule: 'storage-knows-no-route',
    file: 'modules/tax/storage/asker.ts',
    code: "import '../http/inner.ts';",
  },
  { rule: 'http-calls-use-cases', file: 'modules/tax/http/query.ts', code: "import '../storage/inner.ts';" },
  {
    rule: 'database-driver-in-storage',
    file: 'modules/tax/application/driver.ts',
    code: "import type {} from 'pg';",
  },
  {
    rule: 'web-framework-in-http',
    file: 'modules/tax/application/web.ts',
    code: "import type {} from 'fastify';",
  },
  { rule: 'no-development-package', file: 'apps/demo/tool.ts', code: "import 'fast-check';" },
  {
    rule: 'no-circle',
    file: 'modules/tax/sins/egg.ts',
    code: "import type {} from './hen.ts';",
    also: { 'modules/tax/sins/hen.ts': "import type {} from './egg.ts';" },
  },
  { rule: 'tests-are-not-for-use', file: 'modules/tax/sins/test-use.ts', code: "import '../inner.test.ts';" },
  { rule: 'no-dead-end', file: 'modules/tax/sins/nowhere.ts', code: "import '#nowhere';" },
];

/** For each part of the map one import the map does not allow. */
const offTheMap: readonly Plant[] = [
  ...Object.entries(platform).map(([name, { uses }]) => stranger('platform', name, uses)),
  ...Object.entries(modules).map(([name, { uses }]) => stranger('modules', name, uses)),
  ...Object.entries(apps).map(([name, { uses }]) => {
    const other = Object.keys(apps).find((app) => app !== name && !uses.includes(app));
    return {
      rule: `map-apps-${name}`,
      file: `apps/${name}/stranger.ts`,
      code: `import '../${other}/main.ts';`,
    };
  }),
];

/** Every planted violation: each rule of the linter at least once. */
export const plants: readonly Plant[] = [...byHand, ...offTheMap];

/** A small tree that keeps every rule: each part uses all the map allows it, each room what it may. */
export function innocentTree(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [layer, parts] of Object.entries({ platform, modules })) {
    for (const [name, { uses }] of Object.entries(parts)) {
      files[`${layer}/${name}/index.ts`] = uses.map((use) => `import '#${use}';`).join('\n');
      files[`${layer}/${name}/inner.ts`] = 'export const inner = 1;';
    }
  }
  for (const [name, { uses }] of Object.entries(modules)) {
    files[`modules/${name}/domain/inner.ts`] = uses.includes('kernel')
      ? "import type {} from '#kernel';"
      : '';
    files[`modules/${name}/inner.test.ts`] =
      "import 'vitest';\nimport '#exchange';\nimport './domain/inner.ts';";
    if (name === 'ceb') continue;
    files[`modules/${name}/application/inner.ts`] = "import '../storage/inner.ts';";
    files[`modules/${name}/storage/inner.ts`] = "import 'pg';\nimport '../domain/inner.ts';";
    files[`modules/${name}/http/inner.ts`] =
      "import 'fastify';\nimport 'zod';\nimport '../application/inner.ts';";
    files[`modules/${name}/wiring.ts`] = "import './storage/inner.ts';\nimport './http/inner.ts';";
  }
  for (const [name, { uses }] of Object.entries(apps)) {
    if (name === 'portal') continue;
    const others = uses.map((use) => `import '../${use}/main.ts';`);
    files[`apps/${name}/main.ts`] = [
      "import '../../modules/tax/wiring.ts';",
      "import '#tax';",
      ...others,
    ].join('\n');
  }
  files['modules/declarations/index.ts'] += "\nexport * from './storage/inner.ts';";
  files['apps/portal/main.ts'] = "import './src/page.ts';";
  files['apps/portal/src/page.ts'] = 'export const page = 1;';
  return files;
}

function stranger(layer: 'platform' | 'modules', name: string, uses: readonly string[]): Plant {
  const others = Object.keys(layer === 'platform' ? platform : modules);
  const other = others.find((part) => part !== name && !uses.includes(part));
  return {
    rule: `map-${layer}-${name}`,
    file: `${layer}/${name}/sins/stranger.ts`,
    // Who may use every module there is must still be stopped at one that is not on the map.
    code: other === undefined ? "import '../../nobody/index.ts';" : `import '#${other}';`,
    also: { 'modules/nobody/index.ts': '' },
  };
}
