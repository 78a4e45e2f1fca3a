import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { corridorsQuery, type TransitDetail } from './queries.ts';

type Leg = TransitDetail['legs'][number];

/** The legs of a transit by several means: who carries each, what it takes, and how its goods were handed over. */
export function Legs({ legs }: Pick<TransitDetail, 'legs'>) {
  const { t, say } = useTexts();
  const { data } = useQuery(corridorsQuery());
  if (legs.length === 0) return null;
  const placeOf = (code: string): string => {
    const place = data?.places.find((one) => one.code === code);
    return place ? say(place.name) : code;
  };
  return (
    <section className="panel" aria-labelledby="transit-legs">
      <h2 id="transit-legs">{t('transit.legs')}</h2>
      <ol className="timeline">
        {legs.map((leg) => (
          <li key={leg.legNo}>
            <div className="timeline-entry">
              <span className="timeline-sign">{leg.legNo}</span>
              <div>
                <p>
                  {t(`transit.legModes.${leg.mode}`)} {placeOf(leg.from)} → {placeOf(leg.to)}
                </p>
                <Carried leg={leg} />
                {leg.handover && <Handed handover={leg.handover} />}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Carried({ leg }: { readonly leg: Leg }) {
  const { t } = useTexts();
  const { carrier, vehicleNo, documentNo, usualMinutes, minutes, cost, co2Kg } = leg;
  return (
    <p className="quiet">
      <span className="code">{carrier}</span> <span lang="zh">{vehicleNo}</span>{' '}
      <span className="code">{documentNo}</span>{' '}
      {minutes === undefined
        ? t('transit.usual', { count: usualMinutes })
        : t('transit.took', { count: minutes, usual: usualMinutes })}
      {cost !== undefined && ` · ${t('transit.cost', { cost })}`}
      {co2Kg !== undefined && ` · ${t('transit.co2', { kg: co2Kg })}`}
    </p>
  );
}

/** When and by whom goods were taken over, and every seal as it was found. */
function Handed({ handover }: { readonly handover: NonNullable<Leg['handover']> }) {
  const { t } = useTexts();
  return (
    <p className="quiet">
      <Moment at={handover.at} /> {t(`transit.parties.${handover.party}`)}{' '}
      <span className="code">{handover.ofWhom}</span>{' '}
      {handover.seals.map(({ sealNo, found, newSealNo }) => (
        <span key={sealNo}>
          <span className="code">{sealNo}</span> {t(`transit.sealStates.${found}`)}
          {newSealNo !== undefined && <span className="code"> → {newSealNo}</span>}{' '}
        </span>
      ))}
      {handover.note && <span lang="zh">{handover.note}</span>}
    </p>
  );
}
