'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { StatusSwitch } from '@studyspot/portal/form/status-switch';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { EditInPlace, EditLink } from '@studyspot/portal/record/edit-in-place';
import { Timeline } from '@studyspot/portal/record/timeline';
import { StatusOf } from '@studyspot/portal/status';
import { useWeekText } from '@studyspot/portal/week/use-week';
import { Notice } from '@studyspot/ui/notice';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress, libraryStatus } from './library-address.ts';
import { LibraryFacts } from './library-facts.tsx';
import { LibraryStanding } from './library-standing.tsx';

const form = () => import('./library-form.tsx');
const LibraryForm = dynamic(async () => (await form()).LibraryForm);

export function LibraryRecord({ id }: { id: string }) {
  const t = useTranslations();
  const { may } = useHere();
  const reading = trpc.libraries.get.useQuery({ id });
  const hours = useWeekText();
  const mayChange = may('libraries:update');
  return (
    <Answered reading={reading}>
      {(library) => (
        <RecordPage
          words="libraries"
          list={libraryAddress.path}
          title={library.name}
          phone={library.phone}
          beside={<Timeline reads={trpc.libraries.timeline} id={id} words="libraries" texts={{ hours }} />}
          note={mayChange ? library.code : <StatusOf {...libraryStatus} status={library.status} />}
          actions={
            mayChange ? (
              <>
                <StatusSwitch {...libraryStatus} record={library} />
                <EditLink form={form} />
              </>
            ) : null
          }
        >
          <EditInPlace form={mayChange ? <LibraryForm library={library} /> : null}>
            {mayChange ? null : (
              <Notice>{t('libraries.readOnly', { permission: t('permissions.libraries:update') })}</Notice>
            )}
            <LibraryStanding library={library} />
            <LibraryFacts library={library} />
          </EditInPlace>
        </RecordPage>
      )}
    </Answered>
  );
}
