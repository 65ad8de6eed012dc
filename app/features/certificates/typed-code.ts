/** How many letters and digits a certificate's code has; platform/ids.ts makes them. */
const LENGTH = 16;

/** How many letters and digits stand in a code as it was read (`normaliseCertificateCode`), where that is not what a code has; else null. */
export function wrongLength(code: string): number | null {
  const { length } = code.replaceAll("-", "");
  return length === LENGTH ? null : length;
}
