import { notFound } from 'next/navigation';

/** An address that no page has: said inside, with the navigation around it. */
export function MissingPage(): never {
  notFound();
}
