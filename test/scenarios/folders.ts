import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ExpectedList, ExpectedReceipt } from '../../apps/demo/scenarios/index.ts';

const SAMPLES = new URL('../../contracts/samples/', import.meta.url);

/** One message of a story: when it comes, whose key carries it, and how it must be answered. */
export interface SampleStep {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly file: string;
  /** Customs code. */
  readonly as: string;
  /** The verdict on the standard's structure. */
  readonly valid: boolean;
  readonly expect: {
    readonly http: number;
    readonly verdict?: string;
    readonly status?: string;
    readonly findings: readonly string[];
  };
}

/** A folder of `contracts/samples`, as a reader of it finds it. */
export interface SampleFolder {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly day: string;
  readonly steps: readonly SampleStep[];
  readonly until?: string;
  readonly lists: readonly ExpectedList[];
  readonly receipts: readonly ExpectedReceipt[];
  readonly read: (file: string) => Buffer;
}

const readJson = (folder: URL, file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

function readFolder(name: string): SampleFolder {
  const folder = new URL(`${name}/`, SAMPLES);
  return {
    name,
    ...readJson(folder, 'scenario.json'),
    lists: readJson(folder, 'expected/lists.json'),
    receipts: readJson(folder, 'expected/receipts.json'),
    read: (file) => readFileSync(new URL(file, folder)),
  };
}

/** All folders, in the order of their numbers. */
export function sampleFolders(): SampleFolder[] {
  const entries = readdirSync(SAMPLES, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(new URL(`${name}/scenario.json`, SAMPLES)))
    .sort()
    .map(readFolder);
}

/** A file beside the folders. */
export const readSample = (file: string): Buffer => readFileSync(new URL(file, SAMPLES));
