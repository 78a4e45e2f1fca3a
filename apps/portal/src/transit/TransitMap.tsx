import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { frameOf, type Label, labelled, lineOf, spot } from './project.ts';
import { type Corridors, corridorsQuery, type Place, type Transit } from './queries.ts';

interface TransitMapProps {
  /** Those that are drawn where they were last. */
  readonly transits: readonly Transit[];
  /** Only this corridor. */
  readonly corridor?: string;
  /** Where a vehicle was, in the order of time. */
  readonly track?: readonly { readonly lon: number; readonly lat: number }[];
}

/**
 * Corridors and vehicles, drawn from our own coordinates: no tiles are fetched, and no border is drawn, which would need an
 * approved map.
 */
export function TransitMap({ transits, corridor, track = [] }: TransitMapProps) {
  const { t, say } = useTexts();
  const { data } = useQuery(corridorsQuery());
  if (!data) return null;
  const drawn = data.corridors.filter((one) => corridor === undefined || one.corridor === corridor);
  const places = new Map(data.places.map((place) => [place.code, place]));
  const lines = drawn.map(({ line }) => line.flatMap((code) => places.get(code) ?? []));
  // Ends before what lies between them: their names matter more.
  const named = [...new Set(lines.flat())].sort((one, other) => rankOf(one) - rankOf(other));
  if (named.length === 0) return null;
  const moving = transits.filter(({ last, state }) => last && state === 'on-the-road');
  const frame = frameOf([...named, ...track, ...moving.flatMap(({ last }) => (last ? [last] : []))]);
  const parked = moving.map(({ vehicleNo, last }) => ({
    ...spot(frame, last ?? { lon: 0, lat: 0 }),
    text: vehicleNo,
  }));
  // Vehicles before places: where they are is what one looks for, and a place is where it always was.
  const labels = labelled(
    [...parked, ...named.map((place) => ({ ...spot(frame, place), text: say(place.name) }))],
    frame.width,
  );
  const names = labels.slice(parked.length);
  return (
    <svg
      className="transit-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={t('transit.drawing', { count: String(moving.length), corridors: String(drawn.length) })}
    >
      {lines.map((line, at) => (
        <polyline
          key={drawn[at]?.corridor}
          className={`transit-way ${wayOf(drawn[at])}`}
          points={lineOf(frame, line)}
        />
      ))}
      {track.length > 1 && <polyline className="transit-track" points={lineOf(frame, track)} />}
      {named.map((place, at) => (
        <Spot key={place.code} place={place} at={spot(frame, place)} name={names[at]} />
      ))}
      {moving.map((transit, at) => (
        <Vehicle
          key={transit.transitNo}
          transit={transit}
          at={parked[at] ?? { x: 0, y: 0 }}
          name={labels[at]}
        />
      ))}
    </svg>
  );
}

const rankOf = ({ kind }: Place): number => (kind === 'waypoint' ? 1 : 0);

const wayOf = (corridor: Corridors['corridors'][number] | undefined): string =>
  corridor?.mode === 'rail' ? 'transit-rail' : 'transit-road';

interface At {
  readonly at: { readonly x: number; readonly y: number };
}

function Spot({ place, at, name }: At & { readonly place: Place; readonly name: Label | undefined }) {
  const { say, language } = useTexts();
  const end = place.kind !== 'waypoint';
  return (
    <g className={end ? 'transit-end' : 'transit-between'}>
      <circle cx={at.x} cy={at.y} r={end ? 5 : 3} />
      {name && (
        <text x={name.x} y={name.y} textAnchor={name.anchor} lang={language === 'zh' ? 'zh' : 'en'}>
          {say(place.name)}
        </text>
      )}
    </g>
  );
}

/** A vehicle is told by its form as well as by its colour: a square in trouble, a circle otherwise. */
function Vehicle({
  transit,
  at,
  name,
}: At & { readonly transit: Transit; readonly name: Label | undefined }) {
  const troubled = transit.openAlerts > 0;
  return (
    <g className={troubled ? 'transit-vehicle tone-refused' : 'transit-vehicle tone-released'}>
      {troubled ? (
        <rect x={at.x - 7} y={at.y - 7} width={14} height={14} />
      ) : (
        <circle cx={at.x} cy={at.y} r={7} />
      )}
      {name && (
        <text x={name.x} y={name.y} textAnchor={name.anchor} lang="zh">
          {transit.vehicleNo}
        </text>
      )}
    </g>
  );
}
