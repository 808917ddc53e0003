'use client';

import { countText } from '@studyspot/portal/count';
import { Moment } from '@studyspot/portal/day';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import type { Announcement } from './announcement-list.tsx';

export function TextCards({ announcement }: { announcement: Announcement }) {
  const t = useTranslations('announcements');
  const { name, body, nameHi, bodyHi } = announcement;
  return (
    <>
      <Card id="english" title={t('sections.english')}>
        <p className="break-words font-medium">{name}</p>
        <p className="mt-1 whitespace-pre-line break-words">{body}</p>
      </Card>
      {nameHi || bodyHi ? (
        <Card id="hindi" title={t('sections.hindi')}>
          <div lang="hi">
            {nameHi ? <p className="break-words font-medium">{nameHi}</p> : null}
            {bodyHi ? <p className="mt-1 whitespace-pre-line break-words">{bodyHi}</p> : null}
          </div>
        </Card>
      ) : null}
    </>
  );
}

/** How many it is for, and how many of them have read it. */
export function ReachCard({ reach }: { reach: NonNullable<Announcement['reach']> }) {
  const t = useTranslations('announcements');
  const of = (count: number, most: number) => t('ofMost', { count: countText(count), most: countText(most) });
  return (
    <Card id="reach" title={t('sections.reach')}>
      <NamedFacts
        words="announcements"
        facts={{
          membersRead: of(reach.membersRead, reach.members),
          tenantsRead: of(reach.tenantsRead, reach.tenants),
        }}
      />
    </Card>
  );
}

export function WhenCard({ announcement }: { announcement: Announcement }) {
  const t = useTranslations('announcements');
  const { startsAt, endsAt, endedAt, importance, audience } = announcement;
  return (
    <Card id="when" title={t('sections.when')}>
      <NamedFacts
        words="announcements"
        facts={{
          startsAt: <Moment at={startsAt} />,
          endsAt: <Moment at={endsAt} />,
          ...(endedAt && { endedAt: <Moment at={endedAt} /> }),
          importance: t(`importances.${importance}`),
          ...(audience === null && { audience: t('everyone') }),
        }}
      />
      {audience ? (
        <>
          <h3 className="mt-4 text-text-muted text-xs">{t('audience')}</h3>
          <ul className="mt-0.5 flex flex-col gap-1">
            {audience.map(({ id, name }) => (
              <li key={id} className="break-words">
                <PageLink href={`/tenants/${id}`} className="underline">
                  {name}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
