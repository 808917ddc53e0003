'use client';

import { GlobalError } from '@studyspot/portal/shell/global-error';
import en from '../../messages/en.json';
import hi from '../../messages/hi.json';

export default () => <GlobalError en={en.app} hi={hi.app} />;
