import type { Companion } from '#clearance';
import { chinaDay } from '#kernel';
import { companionOf, loadRequirements } from '../../modules/agencies/wiring.ts';
import type { GoodsCertificates } from '../../modules/goods-certificates/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import { coverCompanion } from '../../modules/taxbills/wiring.ts';
import { coverRows } from './cover.ts';
import type { ServerSettings } from './settings.ts';

interface Parts {
  readonly now: () => Date;
  readonly returnTime: (at: Date) => string;
  readonly taxBook: TaxBook;
  readonly inspections: { readonly companion: Companion };
  readonly sampling: { readonly companion: Companion };
  readonly goodsCertificates: Pick<GoodsCertificates, 'companion' | 'recognise'>;
}

/** Those besides customs who have a say in the release of lists or act on decisions, in the order they are asked. */
export function composeCompanions(
  { customs }: Pick<ServerSettings, 'customs'>,
  { now, returnTime, taxBook, inspections, sampling, goodsCertificates }: Parts,
): readonly Companion[] {
  const day = (at: Date) => chinaDay(at.getTime());
  return [
    companionOf(loadRequirements(), day, goodsCertificates.recognise),
    goodsCertificates.companion,
    // What is drawn to be inspected is, before inspections are asked; where customs decides, it draws itself.
    ...(customs === undefined ? [sampling.companion] : []),
    inspections.companion,
    // Where customs decides, it asks for cover itself.
    coverCompanion({
      ...{ now, returnTime, chinaDay: day, taxSources: taxBook, coverRows },
      decides: customs === undefined,
    }),
  ];
}
