import { classNames } from './class-names.tsx';

const tones = {
  primary: '[&::-webkit-progress-value]:bg-primary [&::-moz-progress-bar]:bg-primary',
  success: '[&::-webkit-progress-value]:bg-success [&::-moz-progress-bar]:bg-success',
  warning: '[&::-webkit-progress-value]:bg-warning [&::-moz-progress-bar]:bg-warning',
  danger: '[&::-webkit-progress-value]:bg-danger-solid [&::-moz-progress-bar]:bg-danger-solid',
};

export interface ProgressProps {
  label: string;
  value: number;
  max: number;
  tone?: keyof typeof tones;
}

/** How far it is; how it stands is said in words beside it. */
export function Progress({ label, value, max, tone = 'primary' }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(max, 1)}
      className={classNames(
        'block h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-webkit-progress-bar]:bg-line',
        tones[tone],
      )}
    />
  );
}
