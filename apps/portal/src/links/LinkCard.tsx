import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import type { LinkData } from './queries.ts';

/** One link: who decides, whether its channel is up, and how much is open. */
export function LinkCard({ link }: { readonly link: LinkData }) {
  const { t } = useTexts();
  const { channel, keys = [] } = link;
  const up = channel?.state !== 'down';
  return (
    <header className="links-card">
      <h2 id={`link-${link.agency}`}>
        <Said text={link.name} />
      </h2>
      <p>{t(`links.judge.${link.judge}`)}</p>
      {channel && (
        <p>
          <span className={`state ${up ? 'state-released' : 'state-refused'}`}>
            <Icon name={up ? 'released' : 'refused'} />
            {t(up ? 'links.up' : 'links.down')}
          </span>{' '}
          <code>{channel.address}</code>
        </p>
      )}
      {channel?.problem && (
        <p className="complaint">
          <Said text={channel.problem} />
        </p>
      )}
      <dl className="links-figures">
        {link.oldestOpenAt && (
          <div>
            <dt>{t('links.oldest')}</dt>
            <dd>
              <Ago at={link.oldestOpenAt} />
            </dd>
          </div>
        )}
        {(['waiting', 'outgoing', 'failed'] as const).map((name) =>
          channel?.[name] === undefined ? null : (
            <div key={name}>
              <dt>{t(`links.channel.${name}`)}</dt>
              <dd>{channel[name]}</dd>
            </div>
          ),
        )}
        {keys.map((key) => (
          <div key={`${key.for} ${key.certificateNumber}`}>
            <dt>{t('links.key', { for: key.for })}</dt>
            <dd>
              <code>{key.certificateNumber}</code>{' '}
              {key.ready ? t('links.ready') : (key.reason ?? t('links.notReady'))}
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
