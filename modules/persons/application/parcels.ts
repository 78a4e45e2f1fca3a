import { listsByInvtNo, standingsOf } from '#clearance';
import { Problem } from '#http';
import type { Bilingual } from '#kernel';
import type { Database, Readers } from '#postgres';
import { ordersOfWaybill } from '#waybills';
import type { PersonsParameters } from '../domain/parameters.ts';
import { lastFour, type ParcelState, parcelStateOf, parcelWords } from '../domain/parcel.ts';
import { type NamedPaper, papersOf } from './showing-list.ts';
import { Tries } from './tries.ts';

export interface ParcelPorts {
  readonly database: Pick<Database, 'publicReaders'>;
  readonly now: () => Date;
  readonly parameters: () => PersonsParameters;
}

/** What anybody is told of a parcel who knows its number and the end of a telephone number in its papers. */
export interface ParcelView {
  readonly state: ParcelState;
  readonly words: Bilingual;
  readonly since?: string;
  readonly platform?: string;
  readonly carrier?: string;
}

/** Tells how parcels stand, on connections of the public alone. */
export class Parcels {
  readonly #ports: ParcelPorts;
  readonly #tries: Tries;

  constructor(ports: ParcelPorts) {
    this.#ports = ports;
    this.#tries = new Tries(() => ports.now().getTime());
  }

  /**
   * How a parcel stands. A number that is not there and digits that do not fit are answered alike, after the same
   * time, and count alike: nothing is learnt about a stranger.
   */
  async look(number: string, phone: string): Promise<ParcelView> {
    const { parcelTries, publicAnswerMs } = this.#ports.parameters();
    const least = new Promise((resolve) => setTimeout(resolve, publicAnswerMs));
    if (!this.#tries.begin(number, parcelTries)) {
      await least;
      throw new Problem(429, 'PARCEL-TRIES', {
        zh: '此单号查询不符的次数过多，请一小时后再试',
        en: 'This number has been tried too often without fitting; try again in an hour',
      });
    }
    // A look that fails has told nothing either.
    const found = await this.#find(number, phone).catch((fault: unknown) => {
      this.#tries.takeBack(number);
      throw fault;
    });
    if (found) this.#tries.takeBack(number);
    await least;
    if (found) return found;
    throw new Problem(404, 'PARCEL-NOT-FOUND', {
      zh: '单号与手机号后四位不符，或尚未收到该包裹的单证；请核对后再试',
      en: 'The number and the last four digits do not fit, or no papers of the parcel have come yet; check both and try again',
    });
  }

  async #find(number: string, phone: string): Promise<ParcelView | undefined> {
    const database = this.#ports.database.publicReaders;
    const orderNos = await ordersBegun(database, number);
    const papers = await papersOf(database, ...orderNos);
    const standings = await standingsOf(database, orderNos);
    // A number that only begins so names nothing: digits could be tried on many parcels at once.
    const named = new Set([
      ...orderNos.filter((orderNo) => orderNo === number),
      ...papers
        .filter((paper) => headOf(paper).logisticsNo === number && paper.name === 'waybill')
        .map(orderOf),
      ...standings.filter(({ invtNo }) => invtNo === number).map(({ orderNo }) => orderNo),
    ]);
    const fitting = papers.find(
      (paper) => named.has(orderOf(paper)) && phonesOf(paper).some((each) => lastFour(each) === phone),
    );
    if (!fitting) return undefined;
    const orderNo = orderOf(fitting);
    const standing = standings.find((one) => one.orderNo === orderNo);
    const state = parcelStateOf(standing?.state);
    const ofOrder = papers.filter((paper) => orderOf(paper) === orderNo);
    const since = standing?.at ?? ofOrder.at(-1)?.receivedAt;
    return {
      ...{ state, words: parcelWords[state] },
      ...(since ? { since: since.toISOString() } : {}),
      ...said(ofOrder, 'order', 'ebpName', 'platform'),
      ...said(ofOrder, 'waybill', 'logisticsName', 'carrier'),
    };
  }
}

const headOf = ({ document }: NamedPaper) => document.head as Readonly<Record<string, string | undefined>>;

const orderOf = (paper: NamedPaper): string => headOf(paper).orderNo ?? '';

const phonesOf = (paper: NamedPaper): (string | undefined)[] => {
  const { buyerTelephone, consigneeTelephone } = headOf(paper);
  return [consigneeTelephone, buyerTelephone];
};

function said<Name extends string>(
  papers: readonly NamedPaper[],
  paper: NamedPaper['name'],
  field: string,
  as: Name,
): { [Key in Name]?: string } {
  const one = papers.find(({ name }) => name === paper);
  const value = one && headOf(one)[field];
  return value === undefined ? {} : ({ [as]: value } as { [Key in Name]: string });
}

/** Orders that a number may name, or whose waybill's or list's number begins so. */
async function ordersBegun(database: Readers, number: string): Promise<string[]> {
  const carried = await ordersOfWaybill(database, number);
  const listed = await listsByInvtNo(database, number, 5);
  return [...new Set([number, ...carried, ...listed.map(({ orderNo }) => orderNo)])].slice(0, 10);
}
