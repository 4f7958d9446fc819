/**
 * Citizen service number (BSN): nine digits that pass the eleven-test. Dots and spaces are taken out and a lost leading zero is
 * put back; 000000000 passes the sum but is nobody's number. Source: Logisch ontwerp GBA, element 01.20.
 */
export function readBsn(text: string): string | null {
  const digits = text.replace(/[.\s]/g, '').padStart(9, '0');
  if (!/^\d{9}$/.test(digits) || text.replace(/\D/g, '').length < 8 || digits === '000000000') return null;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0 ? digits : null;
}
