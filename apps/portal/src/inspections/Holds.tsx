import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { AgencyName } from '../consents/Standing.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { AskDialog } from './AskDialog.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import type { Hold, Inspection, ListKey } from './queries.ts';
import { HoldTag } from './StateTag.tsx';
import { groupsOf } from './standing.ts';

/** What is wanted, list by list and agency by agency, since when, and what came of it. */
export function Holds({ inspection: { inspectionId, holds, state } }: { readonly inspection: Inspection }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [asked, setAsked] = useState<ListKey>();
  const [doubted, setDoubted] = useState<Hold>();
  const lists = [...groupsOf(holds, ({ ebpCode, orderNo }) => `${ebpCode}/${orderNo}`)];
  const asks =
    session !== undefined &&
    sessionAllows(session, { resource: 'inspections', action: 'ask' }) &&
    state !== 'closed' &&
    state !== 'lapsed';
  const takesBack =
    session !== undefined &&
    sessionAllows(session, { resource: 'inspections', action: 'record' }) &&
    state === 'closed';
  return (
    <section className="panel" aria-labelledby="inspection-holds">
      <h2 id="inspection-holds">{t('inspections.holds')}</h2>
      <ul className="inspections-lists">
        {lists.map(([key, [first, ...others]]) =>
          first === undefined ? null : (
            <li key={key}>
              <div className="panel-head">
                <ListName hold={first} />
                {asks && (
                  <Button small onClick={() => setAsked(first)}>
                    {t('inspections.ask')}
                  </Button>
                )}
              </div>
              <ul className="inspections-holds">
                {[first, ...others].map((hold) => (
                  <li key={`${hold.agency} ${hold.ground.code}`}>
                    <Wanted hold={hold} />
                    {takesBack && (hold.state === 'conforming' || hold.state === 'nonconforming') && (
                      <Button small onClick={() => setDoubted(hold)}>
                        {t('inspections.takeBack')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
      {doubted && (
        <CorrectDialog inspectionId={inspectionId} hold={doubted} onClose={() => setDoubted(undefined)} />
      )}
      {asked && (
        <AskDialog
          of={{ ebpCode: asked.ebpCode, orderNo: asked.orderNo }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

/** A list by its number; a link for those who may open it. */
function ListName({ hold: { ebpCode, orderNo, goodsName } }: { readonly hold: Hold }) {
  const { data: session } = useQuery(sessionQuery());
  const opens = session !== undefined && sessionAllows(session, { resource: 'lists', action: 'read' });
  return (
    <h3>
      {opens ? (
        <Link className="row-link" to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
          {orderNo}
        </Link>
      ) : (
        <span className="code">{orderNo}</span>
      )}{' '}
      <span lang="zh">{goodsName}</span>
    </h3>
  );
}

function Wanted({ hold }: { readonly hold: Hold }) {
  const { t } = useTexts();
  const { agency, ground, state, openedAt, endedAt, reason, restsOn, found, note } = hold;
  const { sampleWanted, certificate } = hold;
  return (
    <>
      <p>
        <strong>
          <AgencyName agency={agency} />
        </strong>{' '}
        <HoldTag state={state} />{' '}
        <span className="quiet">
          {state === 'open' && (
            <>
              {t('inspections.since')} <Ago at={openedAt} />
            </>
          )}
          {endedAt && <Moment at={endedAt} />}
        </span>
      </p>
      <p>
        <Said text={ground} />
        {sampleWanted && ` · ${t('inspections.sampleWanted')}`}
        {note && (
          <>
            {' · '}
            <span lang="zh">{note}</span>
          </>
        )}
      </p>
      {(reason ?? found) && (
        <p>
          {reason && <Said text={reason} />} <span lang="zh">{found}</span>
        </p>
      )}
      {restsOn && (
        <p className="quiet">
          {t('inspections.restsOn')}: <AgencyName agency={restsOn.agency} /> · <Said text={restsOn.ground} />
          {restsOn.endedAt && (
            <>
              {' '}
              (<Moment at={restsOn.endedAt} />)
            </>
          )}
        </p>
      )}
      {certificate && (
        <p className="quiet">
          {t('inspections.restsOn')}: <span className="code">{certificate}</span>
        </p>
      )}
    </>
  );
}
