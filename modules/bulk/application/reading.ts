import type { Finding } from '#kernel';
import { readSheet, SheetFault, type SheetRow } from '#sheets';
import { bulkFinding } from '../domain/bulk-finding.ts';
import { type Heading, recogniseColumns, repeatsHeading } from '../domain/columns.ts';
import { Gatherer } from '../domain/gather.ts';
import type { BulkTarget, BulkWork, GatheredDocument } from '../domain/target.ts';
import {
  clearContent,
  finishStep,
  isStillTaken,
  noteHeading,
  postpone,
  type Taken,
} from '../storage/files.ts';
import { removeParts } from '../storage/parts.ts';
import { UploadedContent } from './content.ts';
import { TakenAway, type WorkPorts } from './ports.ts';
import { settle } from './settling.ts';

/** Documents that are settled in one transaction. */
const documentsAStep = 500;
/** Time after which a step is closed however few there are, so that people see it move. */
const stepMs = 1_000;

/** Why a file is not read to its end. */
class Unreadable extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings[0]?.code);
    this.findings = findings;
  }
}

/** Reads a file from its beginning, or on from where a server that died had come to, and settles every document of it. */
export async function readFile(ports: WorkPorts, target: BulkTarget, taken: Taken): Promise<void> {
  const { database, now } = ports;
  try {
    const work = await target.open(taken);
    if (!work) throw new Unreadable([bulkFinding('BULK-ENTERPRISE')]);
    const good = await new Reading(ports, target, work, taken).run();
    const next = !taken.acceptGood ? 'read' : good > 0 ? 'handing-in' : 'done';
    await database.transaction(async (client) => {
      if (await finishStep(client, taken, next, [], now())) await removeParts(client, taken);
    });
  } catch (error) {
    if (error instanceof TakenAway) {
      await postpone(database, taken, now());
      return;
    }
    const findings =
      error instanceof Unreadable
        ? error.findings
        : error instanceof SheetFault
          ? [error.finding]
          : undefined;
    if (!findings) {
      // A file that is cancelled loses its bytes while they are being read.
      if (await isStillTaken(database, taken)) throw error;
      return;
    }
    await database.transaction(async (client) => {
      if (await finishStep(client, taken, 'unreadable', findings, now())) await clearContent(client, taken);
    });
  }
}

/** A file on its way from rows to documents. */
class Reading {
  readonly #ports: WorkPorts;
  readonly #target: BulkTarget;
  readonly #work: BulkWork;
  readonly #taken: Taken;
  readonly #content: UploadedContent;
  #heading: Heading | undefined;
  #gatherer: Gatherer | undefined;
  /** The row below the first has been looked at. */
  #begun = false;
  #step: GatheredDocument[] = [];
  #settled: Promise<void> = Promise.resolve();
  #stepBegan = performance.now();
  #good: number;
  #bad: number;

  constructor(ports: WorkPorts, target: BulkTarget, work: BulkWork, taken: Taken) {
    this.#ports = ports;
    this.#target = target;
    this.#work = work;
    this.#taken = taken;
    this.#content = new UploadedContent(ports.database, taken);
    this.#good = taken.documentsGood;
    this.#bad = taken.documentsBad;
  }

  /** The number of good documents. */
  async run(): Promise<number> {
    try {
      await this.#readRows();
      const last = this.#gatherer?.end();
      if (last) this.#step.push(last);
      await this.#settle();
      await this.#settled;
      return this.#good;
    } finally {
      // Whatever ends the reading, nothing of it is still being written afterwards.
      await this.#settled.catch(() => undefined);
    }
  }

  async #readRows(): Promise<void> {
    const { pace, parameters, stopping } = this.#ports;
    for await (const rows of readSheet(this.#content, this.#taken.name, parameters())) {
      for (const row of rows) {
        if (!this.#gatherer) await this.#begin(row);
        else await this.#take(row, this.#gatherer);
        await pace.turn();
        if (stopping()) throw new TakenAway();
      }
    }
  }

  async #begin(row: SheetRow): Promise<void> {
    const heading = recogniseColumns(this.#target, row.cells);
    if (!(await noteHeading(this.#ports.database, this.#taken, heading.names, heading.unknown)))
      throw new TakenAway();
    if (heading.findings.length > 0) throw new Unreadable(heading.findings);
    this.#heading = heading;
    this.#gatherer = new Gatherer(this.#target, heading);
  }

  async #take(row: SheetRow, gatherer: Gatherer): Promise<void> {
    const second = !this.#begun;
    this.#begun = true;
    if (second && this.#heading && repeatsHeading(this.#target, this.#heading, row.cells)) return;
    // What was settled before a server died.
    if (row.number <= this.#taken.lastRow) return;
    const document = gatherer.add(row);
    if (!document) return;
    this.#step.push(document);
    if (this.#step.length >= documentsAStep || performance.now() - this.#stepBegan > stepMs)
      await this.#settle();
  }

  /** Has what was gathered settled while reading goes on; one step at a time. */
  async #settle(): Promise<void> {
    const documents = this.#step;
    const gatherer = this.#gatherer;
    if (documents.length === 0 || !gatherer) return;
    this.#step = [];
    await this.#settled;
    this.#stepBegan = performance.now();
    this.#settled = this.#write(gatherer, documents, this.#content.reached);
    // Told of when it is waited for.
    this.#settled.catch(() => undefined);
  }

  async #write(gatherer: Gatherer, documents: readonly GatheredDocument[], reached: number): Promise<void> {
    const settling = { target: this.#target, work: this.#work, taken: this.#taken, gatherer, reached };
    const { good, bad } = await settle(this.#ports, settling, documents);
    this.#good += good;
    this.#bad += bad;
    if (this.#bad >= this.#ports.parameters().mostBad)
      throw new Unreadable([
        bulkFinding('BULK-TOO-MANY-BAD', '', [`已有 ${this.#bad} 份`, `${this.#bad} documents so far`]),
      ]);
  }
}
