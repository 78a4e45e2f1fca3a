import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What keeps a browser or a whole table of routes busy for minutes. */
const longest = [
  /\/pages\.e2e\./,
  /\/access\/walk\./,
  /\/stories\./,
  /\.e2e\./,
  /\/(faults|links|security)\//,
];

/** The longest files begin first: one of them begun last would keep a single core busy while the others have nothing left. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => name.test(moduleId));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
