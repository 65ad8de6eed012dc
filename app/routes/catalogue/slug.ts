/** A slug or id out of an address: anything else is nobody's, and reaches no query. */
export function slugOf(parameter: string | undefined): string {
  return parameter && /^[a-z0-9-]{1,120}$/.test(parameter) ? parameter : "";
}
