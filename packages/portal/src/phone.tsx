// Area codes of two digits; the others have three or four, which the digits alone do not tell.
const landline = /^\+91(11|20|22|33|40|44|79|80)(\d{4})(\d{4})$/;
const other = /^\+91(\d{5})(\d{5})$/;

/** +919876543210 as +91 98765 43210. */
export function phoneText(phone: string): string {
  const [, ...parts] = landline.exec(phone) ?? other.exec(phone) ?? [];
  return parts.length > 0 ? ['+91', ...parts].join(' ') : phone;
}

const mobile = /^\+91[6-9]\d{9}$/;

/** Where WhatsApp opens a talk with a number; null for one that no mobile phone has. */
export function whatsAppOf(phone: string): string | null {
  return mobile.test(phone) ? `https://wa.me/${phone.slice(1)}` : null;
}

export function Phone({ number }: { number: string }) {
  return (
    <a href={`tel:${number}`} className="whitespace-nowrap text-primary underline-offset-2 hover:underline">
      {phoneText(number)}
    </a>
  );
}

export function MailAddress({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="break-all text-primary underline-offset-2 hover:underline">
      {address}
    </a>
  );
}
