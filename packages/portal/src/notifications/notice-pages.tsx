import { loaderOf } from '../data/load.tsx';
import { InsidePage } from '../page/inside-page.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { caller, here } from '../shell/session.tsx';
import { titledInside } from '../shell/titled.tsx';
import { NoticeChoices } from './notice-choices.tsx';
import { NoticeList } from './notice-list.tsx';

const words = ['notifications', 'list'];
const needs = 'notifications:read';

export const noticesTitle = titledInside('notifications');

export async function NoticesPage() {
  const known = await here();
  return (
    <InsidePage here={known} words={words}>
      {known.may(needs) ? <NoticeList /> : <NoPermission permission={needs} />}
    </InsidePage>
  );
}

export const noticeChoicesTitle = titledInside('notifications', 'settingsTitle');

export async function NoticeChoicesPage() {
  const [known, load] = await Promise.all([here(), caller().then(loaderOf)]);
  const mayRead = known.may(needs);
  if (mayRead) await load.notifications.choices();
  return (
    <InsidePage here={known} words={words}>
      {mayRead ? <NoticeChoices /> : <NoPermission permission={needs} />}
    </InsidePage>
  );
}
