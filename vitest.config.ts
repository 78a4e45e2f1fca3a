import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const files = '{modules,platform,apps,test}/**';
const exclude = ['**/node_modules/**', 'apps/portal/dist/**'];

/** Much of a test's time is waiting for a server or a browser: no core stays free for the one who waits. */
const maxWorkers = Math.max(2, availableParallelism());

/** What keeps a browser or a whole table of routes busy for minutes. */
const longest = [
  /\/pages\.e2e\./,
  /\/access\/walk\./,
  /\/stories\./,
  /\.e2e\./,
  /\/(faults|links|security)\//,
];

/** The longest files begin first: one of them begun last would keep a single core busy while the others have nothing left. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => name.test(moduleId));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

/**
 * The programs that tests start (some hundred times a server or the command) find themselves compiled: types
 * stripped, code parsed. A file that has changed is compiled anew.
 */
const env = { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/compiled` };

/** What comes about by itself comes late on a machine at work on other things. */
const expect = { poll: { timeout: 20_000 } };

/** Two kinds of tests: those that need PostgreSQL say so in their name, the others do not wait for it. */
export default defineConfig({
  test: {
    maxWorkers,
    // Node reads the sources as it does where the platform runs, and sooner than a build tool would hand them to it.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'pure',
          include: [`${files}/*.test.ts`],
          exclude: [...exclude, '**/*.database.test.ts'],
          // A file finds the modules loaded by the one before it: none of ours keeps anything between two.
          ...{ isolate: false, env, testTimeout: 30_000, hookTimeout: 60_000, expect },
        },
      },
      {
        test: {
          name: 'database',
          include: [`${files}/*.database.test.ts`],
          exclude,
          globalSetup: ['platform/postgres/testing/setup.ts'],
          ...{ isolate: false, env, testTimeout: 30_000, hookTimeout: 60_000, expect },
        },
      },
    ],
  },
});
