import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Finding } from '#kernel';
import { type Client, isConflict, type Queryable } from '#postgres';
import { checkEnterpriseFile } from '../domain/check-file.ts';
import { type EnterpriseFile, keptFile, unmasked } from '../domain/enterprise-file.ts';
import {
  type EnterpriseVersion,
  type Filing,
  type FilingKind,
  type FilingStep,
  mayBegin,
  refusalOf,
  stateAfter,
} from '../domain/filing.ts';
import { checkTaken } from '../domain/taken.ts';
import { addFiling, addStep, changeFiling, findFiling, takeFiling } from '../storage/filings.ts';
import { takenBy, versionsInForce } from '../storage/versions.ts';
import { carryOut, recordStep } from './carrying-out.ts';
import type { Actor, FilingPorts } from './filing-ports.ts';

/** What is brought in. */
export interface FilingWish {
  readonly kind: FilingKind;
  readonly customsCode: string;
  /** Undefined where the file stays as it is: to resume, to cancel. */
  readonly file?: EnterpriseFile | undefined;
  readonly paper: string;
}

const problem = (status: number, code: string, zh: string, en: string, findings?: readonly Finding[]) =>
  new Problem(status, code, { zh, en }, findings);

const notFound = (filingId: string): Problem =>
  problem(404, 'FILING-NOT-FOUND', `没有备案申请 ${filingId}`, `There is no filing ${filingId}`);

const unsound = (findings: readonly Finding[]): Problem =>
  problem(
    422,
    'FILING-UNSOUND',
    `备案内容有 ${findings.length} 处不符，见 findings`,
    `The filing has ${findings.length} lapses: see findings`,
    findings,
  );

/** Everything against a file, as it is asked while typing and again when it is applied for and approved. */
export async function findingsOf(
  { checks }: Pick<FilingPorts, 'checks'>,
  client: Queryable,
  file: EnterpriseFile,
): Promise<Finding[]> {
  return [...checkEnterpriseFile(file, checks()), ...checkTaken(file, await takenBy(client, file))];
}

/** Findings of a file as somebody types it; what was shown masked counts as what is on file. */
export async function findingsWhileTyping(
  ports: FilingPorts,
  client: Queryable,
  file: EnterpriseFile,
): Promise<Finding[]> {
  const present = (await versionsInForce(client, [file.customsCode])).get(file.customsCode);
  return findingsOf(ports, client, unmasked(file, present?.file));
}

/** Begins a filing as a draft. @throws Problem 409 where it cannot be begun as things stand */
export async function beginFiling(ports: FilingPorts, actor: Actor, wish: FilingWish): Promise<Filing> {
  const { kind, customsCode, paper } = wish;
  if (actor.party !== undefined && actor.party !== customsCode)
    throw problem(403, 'FILING-OTHERS', '只能为本企业申请', 'One files for one’s own enterprise only');
  const at = ports.now();
  return ports.database
    .transaction(async (client) => {
      const present = (await versionsInForce(client, [customsCode])).get(customsCode);
      const file = fileOf(wish, present);
      const filing: Filing = {
        ...{ customsCode, filingId: randomUUID(), kind, state: 'draft', paper, file },
        source: actor.party === undefined ? 'operator' : 'enterprise',
        baseVersion: present?.version ?? 0,
        ...{ madeBy: actor.who, madeAt: at, changedAt: at },
      };
      await addFiling(client, filing);
      await addStep(client, filing, { step: 'save', by: actor.who, at });
      return filing;
    })
    .catch((fault: unknown) => {
      throw isConflict(fault)
        ? problem(
            ...([409, 'FILING-OPEN', '该企业已有未办结的备案申请'] as const),
            'The enterprise has an open filing already: finish or withdraw it first',
          )
        : fault;
    });
}

function fileOf(
  { kind, customsCode, file }: FilingWish,
  present: EnterpriseVersion | undefined,
): EnterpriseFile {
  if (!mayBegin(kind, present?.state))
    throw problem(
      ...([409, 'FILING-KIND'] as const),
      `企业目前${present ? `为“${present.state}”` : '未备案'}，不能申请“${kind}”`,
      `The enterprise is ${present?.state ?? 'not registered'}: "${kind}" cannot be asked for`,
    );
  const carriesFile = kind === 'register' || kind === 'change';
  const given = carriesFile ? file : present?.file;
  if (!given) throw problem(422, 'FILING-FILE-MISSING', '请给出备案内容', 'Give the file that is asked for');
  return keptFile(unmasked({ ...given, customsCode }, present?.file));
}

/** Writes a draft or a returned filing anew. */
export async function saveFiling(
  ports: FilingPorts,
  actor: Actor,
  filingId: string,
  wish: { readonly file?: EnterpriseFile | undefined; readonly paper: string },
): Promise<Filing> {
  return inHand(ports, actor, filingId, 'save', async (client, filing) => {
    const present = (await versionsInForce(client, [filing.customsCode])).get(filing.customsCode);
    const { kind, customsCode } = filing;
    const given = wish.file && unmasked(wish.file, filing.file);
    return {
      ...{ ...filing, file: fileOf({ kind, customsCode, file: given, paper: wish.paper }, present) },
      ...{ paper: wish.paper, baseVersion: present?.version ?? 0 },
    };
  });
}

/** Does a step with a filing. @throws Problem 404, 409 where it may not be done, 422 with findings */
export async function stepFiling(
  ports: FilingPorts,
  actor: Actor,
  filingId: string,
  step: Exclude<FilingStep, 'save'>,
  reasons?: string,
): Promise<Filing> {
  const done = await inHand(
    ports,
    actor,
    filingId,
    step,
    async (client, filing) => {
      const { kind, file } = filing;
      const asksForFile = kind === 'register' || kind === 'change';
      if (asksForFile && (step === 'apply' || step === 'check' || step === 'approve')) {
        const findings = await findingsOf(ports, client, file);
        if (findings.length > 0) throw unsound(findings);
      }
      if (step === 'check') return { ...filing, checkedBy: actor.who };
      if (step !== 'approve') return filing;
      const approved = { ...filing, decidedBy: actor.who };
      await carryOut(client, approved, { by: actor.who, at: ports.now() });
      return approved;
    },
    reasons,
  );
  if (step === 'approve') ports.changed([done.customsCode]);
  return done;
}

/** Takes a filing in hand, has it changed, and notes the step in one transaction. */
async function inHand(
  { database, now }: FilingPorts,
  actor: Actor,
  filingId: string,
  step: FilingStep,
  work: (client: Client, filing: Filing) => Promise<Filing>,
  reasons?: string,
): Promise<Filing> {
  return database.transaction(async (client) => {
    const filing = await takeFiling(client, filingId);
    if (!filing || (actor.party !== undefined && filing.customsCode !== actor.party))
      throw notFound(filingId);
    const own = step === 'save' || step === 'apply' || step === 'withdraw';
    if (own && actor.party === undefined && filing.source !== 'operator')
      throw problem(409, 'FILING-OTHERS', '只有申请人能这样做', 'Only whoever applied can do this');
    const refusal = refusalOf(filing, step, actor.who);
    if (refusal) throw new Problem(409, refusal.code, refusal.text);
    const at = now();
    const changed = await work(client, filing);
    const moved = { ...changed, state: stateAfter(step, filing.state), changedAt: at };
    await changeFiling(client, moved);
    await recordStep(client, moved, { step, by: actor.who, at, ...(reasons ? { reasons } : {}) });
    return moved;
  });
}

/** A filing its reader may see. @throws Problem 404 */
export async function filingSeenBy(client: Queryable, actor: Actor, filingId: string): Promise<Filing> {
  const filing = await findFiling(client, filingId);
  if (!filing || (actor.party !== undefined && filing.customsCode !== actor.party)) throw notFound(filingId);
  // What an enterprise has not handed in yet is nobody else's business.
  if (actor.party === undefined && filing.state === 'draft' && filing.source === 'enterprise')
    throw notFound(filingId);
  return filing;
}
