import type { TimelineEntry } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatClock, formatMoment } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';

/** What happened to the list, oldest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="timeline">
      <h2 id="timeline">{t('list.timeline.title')}</h2>
      <ol className="timeline">
        {entries.map((entry, place) => {
          const day = formatMoment(entry.at).slice(0, 10);
          const previous = entries[place - 1];
          const newDay = !previous || formatMoment(previous.at).slice(0, 10) !== day;
          return (
            <li key={`${entry.at} ${entry.kind} ${entry.zh}`}>
              {newDay && <p className="timeline-day quiet">{day}</p>}
              <div className={`timeline-entry timeline-${entry.kind}`}>
                <span className="timeline-sign">
                  <Icon name={iconOf(entry)} />
                </span>
                <div>
                  <p>
                    <Said text={entry} />
                  </p>
                  <p className="quiet">
                    <time dateTime={entry.at}>{formatClock(entry.at)}</time>
                    {entry.status && <span>{t('list.timeline.status', { status: entry.status })}</span>}
                    {/* Numbers of messages begin with the time and differ at their end. */}
                    {entry.messageId && <code title={entry.messageId}>…{entry.messageId.slice(-8)}</code>}
                  </p>
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Kinds may grow: what is not known here gets the plain sign. */
function iconOf({ kind, paper, status }: TimelineEntry): IconName {
  if (paper) return paper;
  if (kind === 'decided') {
    if (status === '800') return 'released';
    if (status === '100' || status?.startsWith('-')) return 'refused';
    if (status === '300' || status?.startsWith('5')) return 'held';
  }
  return 'info';
}
