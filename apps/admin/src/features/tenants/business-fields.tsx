'use client';

import { email, phone, region, text } from '@studyspot/portal/form/field-rows';

export const business = {
  name: text({ word: 'nameOf', wide: true, maxLength: 120 }),
  email: email(),
  phone: phone(),
  city: text({ maxLength: 80 }),
  state: region(),
};
