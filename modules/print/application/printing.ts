import { Problem } from '#http';
import { chinaStamp } from '#kernel';
import { type PrintedPass, passSheet } from '../domain/pass-sheet.ts';
import type { Sheet } from '../domain/piece.ts';
import type { PrintedList } from '../domain/printed-list.ts';
import { cannotPrint, type SheetKind, sheetOf } from '../domain/sheets.ts';
import type { Press } from './press.ts';
import { type Sealed, seal, unseal } from './seal.ts';

export interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

/** Customs code of the enterprise whose lists may be printed; undefined for those of the zone. */
export interface Viewer {
  readonly party: string | undefined;
}

export interface PrintPorts {
  /** @throws Problem where there is none for the viewer */
  readonly list: (viewer: Viewer, key: ListKey) => Promise<PrintedList>;
  /** @throws Problem where there is none for the viewer */
  readonly pass: (viewer: Viewer, passNo: string) => Promise<PrintedPass>;
  readonly press: Press;
  /** Behind what a paper may be checked by; the same on every server of an installation. */
  readonly secret: string;
  readonly now: () => Date;
}

/** Prints a sheet of each list into one PDF; all of them or none. `origin` is where the papers can be checked. */
export async function print(
  ports: PrintPorts,
  viewer: Viewer,
  wish: { readonly kind: SheetKind; readonly lists: readonly ListKey[]; readonly origin: string },
  signal: AbortSignal,
): Promise<Buffer> {
  const printedAt = ports.now();
  const sheets: Sheet[] = [];
  for (const key of wish.lists) {
    const printed = await ports.list(viewer, key);
    refuse(cannotPrint(wish.kind, printed), key);
    sheets.push(sheetOf(wish.kind, printed, sealOn(ports.secret, wish, printed, printedAt)));
  }
  return ports.press.print(sheets, printedAt, signal);
}

function sealOn(
  secret: string,
  { kind, origin }: { readonly kind: SheetKind; readonly origin: string },
  { list, tax }: PrintedList,
  printedAt: Date,
) {
  const { ebpCode, orderNo, statusCode } = list;
  return sealed(secret, origin, { kind, ebpCode, orderNo, statusCode, taxTotal: tax?.taxTotal }, printedAt);
}

function sealed(secret: string, origin: string, facts: Omit<Sealed, 'printedAt'>, printedAt: Date) {
  const stamp = chinaStamp(printedAt.getTime());
  return {
    address: `${origin}/papers/${seal(secret, { ...facts, printedAt: printedAt.toISOString() })}`,
    printedAt: stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3 $4:$5:$6'),
  };
}

/** Prints the pass of a vehicle. */
export async function printPass(
  ports: PrintPorts,
  viewer: Viewer,
  { passNo, origin }: { readonly passNo: string; readonly origin: string },
  signal: AbortSignal,
): Promise<Buffer> {
  const printedAt = ports.now();
  const pass = await ports.pass(viewer, passNo);
  const facts = { ebpCode: pass.owner, orderNo: passNo, statusCode: pass.state, taxTotal: undefined };
  const stamped = sealed(ports.secret, origin, { kind: 'pass', ...facts }, printedAt);
  return ports.press.print([passSheet(pass, stamped)], printedAt, signal);
}

function refuse(code: ReturnType<typeof cannotPrint>, { ebpCode, orderNo }: ListKey): void {
  const name = `${ebpCode}/${orderNo}`;
  if (code === 'PRINT-NO-TAX')
    throw new Problem(409, code, {
      zh: `清单 ${name} 尚未计税，没有税款可打印；请在判定后再打印`,
      en: `No tax has been computed for list ${name} yet; print it after the decision`,
    });
  if (code === 'PRINT-NOT-RELEASED')
    throw new Problem(409, code, {
      zh: `清单 ${name} 未放行，不能打印放行通知；请在放行后再打印`,
      en: `List ${name} is not released, so there is no note of release; print it after the release`,
    });
}

/** What a paper said when it was printed, and what holds now. */
export interface Checked extends Sealed {
  /** Absent where the list is no longer on the platform. */
  readonly now: Pick<PrintedList['list'], 'invtNo' | 'state' | 'statusCode'> | undefined;
  /** Whether what the paper says of state and tax still holds. */
  readonly holds: boolean;
}

/** Checks a paper by the text on it; undefined where this installation did not print it. */
export async function check(ports: PrintPorts, text: string): Promise<Checked | undefined> {
  const sealed = unseal(ports.secret, text);
  if (!sealed) return undefined;
  const { ebpCode, orderNo } = sealed;
  if (sealed.kind === 'pass') return checkPass(ports, sealed);
  const printed = await ports.list({ party: undefined }, { ebpCode, orderNo }).catch(gone);
  if (!printed) return { ...sealed, now: undefined, holds: false };
  const { invtNo, state, statusCode } = printed.list;
  const holds = statusCode === sealed.statusCode && printed.tax?.taxTotal === sealed.taxTotal;
  return { ...sealed, now: { invtNo, state, statusCode }, holds };
}

/** What is not there any more is no fault of whoever checks a paper. */
function gone(fault: unknown): undefined {
  if (fault instanceof Problem && fault.status === 404) return undefined;
  throw fault;
}

async function checkPass(ports: PrintPorts, sealed: Sealed): Promise<Checked> {
  const pass = await ports.pass({ party: undefined }, sealed.orderNo).catch(gone);
  if (!pass) return { ...sealed, now: undefined, holds: false };
  const { state } = pass;
  return { ...sealed, now: { state, statusCode: state }, holds: state === sealed.statusCode };
}
