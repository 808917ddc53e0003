import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.tsx';

const tones = {
  info: { box: 'bg-info-bg text-info', Icon: Info },
  success: { box: 'bg-success-bg text-success', Icon: CircleCheck },
  warning: { box: 'bg-warning-bg text-warning', Icon: TriangleAlert },
  danger: { box: 'bg-danger-bg text-danger', Icon: CircleAlert },
};

export interface NoticeProps {
  tone?: keyof typeof tones;
  children: ReactNode;
  action?: ReactNode;
  /** Announced at once; for what the person must not miss. */
  urgent?: boolean;
}

export function Notice({ tone = 'info', children, action, urgent }: NoticeProps) {
  const { box, Icon } = tones[tone];
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={classNames('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card px-4 py-3 text-sm', box)}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <Icon size={20} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden="true" />
        <div className="min-w-0">{children}</div>
      </div>
      {action}
    </div>
  );
}
