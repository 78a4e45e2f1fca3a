import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { formatMoment } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import {
  bookSlot,
  changed,
  type Inspection,
  type InspectionRow,
  type Site,
  type Slot,
  visitsQuery,
  weekQuery,
} from './queries.ts';
import { addDays, dayOf, groupsOf, weekdayOf } from './standing.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Id of the heading of a day. */
const headingOf = (day: string): string => `slots-${day}`;

interface WeekProps {
  readonly site: Site;
  readonly monday: string;
  /** For which a slot is chosen. */
  readonly inspection?: Inspection;
}

/** Seven days of a site, each with its slots; days stand below each other on a phone. */
export function Week({ site, monday, inspection }: WeekProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(weekQuery(site.siteCode, monday));
  const { data: booked } = useQuery(visitsQuery(site.siteCode, monday));
  const booking = useBooking(site.siteCode, inspection);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  const slots = groupsOf(data.slots, ({ startsAt }) => dayOf(startsAt));
  const visits = groupsOf(booked?.inspections ?? [], ({ startsAt = '' }) => startsAt);
  return (
    <>
      {booking.error && <Trouble error={booking.error} onRetry={() => booking.reset()} />}
      <ol className="inspections-week">
        {Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) => (
          <li key={day}>
            <h3 id={headingOf(day)}>
              {t(`inspections.weekdays.${weekdays[weekdayOf(day)] ?? 'mon'}`)}{' '}
              <span className="quiet">{day.slice(5)}</span>
            </h3>
            <ul className="inspections-slots">
              {slots.get(day)?.map((slot) => (
                <SlotCell
                  key={slot.startsAt}
                  slot={slot}
                  visits={visits.get(slot.startsAt) ?? []}
                  {...(inspection && inspection.startsAt !== slot.startsAt
                    ? { onBook: () => booking.mutate(slot) }
                    : {})}
                />
              ))}
            </ul>
            {!slots.has(day) && <NoSlots site={site} day={day} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function useBooking(siteCode: string, inspection: Inspection | undefined) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const inspectionId = inspection?.inspectionId ?? '';
  return useMutation({
    mutationFn: ({ startsAt }: Slot) => bookSlot(inspectionId, { siteCode, startsAt }),
    onSuccess: () => navigate({ to: '/inspections/$inspectionId', params: { inspectionId } }),
    // A slot that was full is shown to be so.
    onSettled: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
}

function NoSlots({ site, day }: { readonly site: Site; readonly day: string }) {
  const { t } = useTexts();
  const closed = site.closedDays.find((one) => one.day === day);
  return (
    <p className="quiet">
      {closed ? t('inspections.closed') : t('inspections.noHours')} <span lang="zh">{closed?.why}</span>
    </p>
  );
}

interface SlotCellProps {
  readonly slot: Slot;
  readonly visits: readonly InspectionRow[];
  readonly onBook?: () => void;
}

function SlotCell({ slot: { startsAt, capacity, free, open }, visits, onBook }: SlotCellProps) {
  const { t } = useTexts();
  const time = formatMoment(startsAt).slice(11, 16);
  const taken = capacity - free;
  return (
    <li className={free === 0 ? 'tone-refused' : taken > 0 ? 'tone-held' : 'tone-released'} data-open={open}>
      <p>
        <strong>{time}</strong>{' '}
        <span>{free === 0 ? t('inspections.full') : t('inspections.free', { free })}</span>
      </p>
      <meter
        min={0}
        max={capacity}
        value={taken}
        aria-label={t('inspections.taken', { taken, capacity })}
        title={t('inspections.taken', { taken, capacity })}
      />
      {onBook && open && free > 0 && (
        <Button small onClick={onBook} aria-describedby={headingOf(dayOf(startsAt))}>
          {t('inspections.bookThis', { time })}
        </Button>
      )}
      {visits.map(({ inspectionId, goodsName }) => (
        <p key={inspectionId} className="inspections-visit">
          <Link to="/inspections/$inspectionId" params={{ inspectionId }} lang="zh">
            {goodsName}
          </Link>
        </p>
      ))}
    </li>
  );
}
