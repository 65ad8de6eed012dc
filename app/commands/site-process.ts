import { getHeapStatistics } from "node:v8";

/**
 * Megabytes. A page process with fifty readers at once holds 60 MB of live data. On a large machine V8 would let that grow to four
 * times as much garbage, and keep 128 MB for new objects alone: 580 MB in all. Below a limit of some gigabytes it collects
 * sooner: 330 MB, no slower, and with fifteen times what is needed there is room for whatever comes.
 */
const HEAP = 1024;
const NEW_OBJECTS = 16;

/** How Node runs the site. What the operator says of the heap in NODE_OPTIONS stands, and a small machine keeps its own, lower limit. */
export function siteArguments(shell: string): string[] {
  const ownLimit = /max[-_]old[-_]space/.test(process.env.NODE_OPTIONS ?? "");
  const machine = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
  return [
    "--disable-warning=ExperimentalWarning",
    `--max-semi-space-size=${NEW_OBJECTS}`,
    ...(ownLimit ? [] : [`--max-old-space-size=${Math.min(HEAP, machine)}`]),
    shell,
  ];
}
