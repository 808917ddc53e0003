import type { AdminOutputs } from '@studyspot/api/root';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { Moment } from '../day.tsx';

type Letters = AdminOutputs['platformStaff']['letters'];

export interface LettersCardProps {
  letters: Letters | undefined;
  /** Whom each went to, where they are several. */
  nameOf?: (member: string) => string | undefined;
  /** Only what did not arrive is known here: where all came, nothing is said. */
  onlyLost?: boolean;
}

/** What became of the letters to somebody's account. */
export function LettersCard({ letters, nameOf, onlyLost = false }: LettersCardProps) {
  const t = useTranslations('letters');
  if (!letters || (onlyLost && letters.length === 0)) return null;
  const title = t(onlyLost ? 'lostTitle' : 'title');
  return (
    <Card id="letters" title={title} description={t(onlyLost ? 'lostHelp' : 'help')}>
      {letters.length === 0 ? (
        <p className="text-text-muted">{t('none')}</p>
      ) : (
        <ul aria-label={title} className="-my-2 divide-y divide-line">
          {letters.map(({ member, purpose, fate, at }) => {
            const name = nameOf?.(member);
            return (
              <li key={`${member} ${purpose} ${at}`} className="py-2">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <p className="font-medium">
                    {t(`purposes.${purpose}`)}
                    {name ? <span className="font-normal text-text-muted"> · {name}</span> : null}
                  </p>
                  <p className="text-sm text-text-muted tabular-nums">
                    <Moment at={at} />
                  </p>
                </div>
                <p className={fate === 'sent' ? 'text-text-muted' : undefined}>{t(`fates.${fate ?? 'waits'}`)}</p>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
