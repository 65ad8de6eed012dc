/** How many questions an attempt asks: all of them, or so many of each outcome as are drawn. */
export function questionCount(drawPerOutcome: number | null, items: readonly { outcome: string }[]): number {
  if (drawPerOutcome === null) return items.length;
  return [...Map.groupBy(items, (item) => item.outcome).values()].reduce((sum, pool) => sum + Math.min(pool.length, drawPerOutcome), 0);
}
