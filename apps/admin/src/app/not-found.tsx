import { NotFoundState } from '@studyspot/portal/shell/not-found-state';

export default function NotFound() {
  return <NotFoundState />;
}
