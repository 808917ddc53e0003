import { getTranslations } from 'next-intl/server';
import { answer } from '../shell/answer.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { caller } from '../shell/session.tsx';
import { titled } from '../shell/titled.tsx';
import { SignOutForm } from '../shell/user-menu.tsx';
import { Words } from '../shell/words.tsx';
import { ChooseList } from './choose-list.tsx';

export const chooseTitle = titled('choose');

export async function ChoosePage() {
  const api = await caller();
  const [t, choices] = await Promise.all([getTranslations('choose'), answer(api.identity.choices())]);
  if (choices.length === 0) {
    return (
      <DoorPage title={t('none')} lead={t('noneLead')}>
        <SignOutForm />
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <Words names={['choose']}>
        <ChooseList choices={choices} />
      </Words>
      <div className="mt-4">
        <SignOutForm />
      </div>
    </DoorPage>
  );
}
