/** The value of one cookie a browser sent, or null. */
export function cookieIn(request: Request, name: string): string | null {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || null;
}
