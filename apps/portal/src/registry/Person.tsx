import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';

interface PersonProps {
  readonly id: string | undefined;
  /** Whoever is named in the same answer. */
  readonly people: Readonly<Record<string, components['schemas']['Who']>>;
}

/** Who has done something: by name where one may know it, else by what they are. */
export function Person({ id, people }: PersonProps) {
  const { t } = useTexts();
  const who = id === undefined ? undefined : people[id];
  if (!who) return null;
  const { kind, name, role } = who;
  if (kind === 'key') return <span className="quiet">{t('registry.who.key')}</span>;
  if (kind === 'other')
    return <span className="quiet">{name === 'public' ? t('registry.from.public') : name}</span>;
  const what =
    role === 'operator' || role === 'officer' || role === 'enterprise'
      ? t(`registry.who.${role}`)
      : t('registry.who.administrator');
  return <span className="quiet">{name ?? what}</span>;
}
