/** +919876543210 as +91 98765 43210. */
export function phoneText(phone: string): string {
  const mobile = /^\+91([6-9]\d{4})(\d{5})$/.exec(phone);
  return mobile ? `+91 ${mobile[1]} ${mobile[2]}` : phone;
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
