import { QrCode } from '@studyspot/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import { Part, State, States } from './part.tsx';

const short = 'upi://pay?pa=gyan@upi';
const long = `${short}&pn=Gyan%20Study%20Hall%2C%20Gopalpura&am=1200.00&cu=INR&tn=Fee%20of%20November%202026&tr=GYN-2026-000123`;

/** What the server alone draws. */
export async function CodeParts() {
  const t = await getTranslations('styleBook.sample');
  return (
    <Part name="codes">
      <States>
        <State name="rest">
          <QrCode text={short} alt={t('codeAlt')}>
            {t('code')}
          </QrCode>
        </State>
        <State name="long">
          <QrCode text={long} alt={t('codeAlt')}>
            {t('code')}
          </QrCode>
        </State>
      </States>
    </Part>
  );
}
