/** What an address is looked up by: trimmed, lower case. Dots and plus signs stay: some providers tell them apart. */
export function emailKeyOf(email: string): string {
  return email.trim().toLowerCase();
}
