import { setTimeout as sleep } from "node:timers/promises";
import { startNode } from "../beside.ts";
import { judged, notMeasured, type Row, told } from "../figures.ts";
import { load } from "../load.ts";
import { memoryOf } from "../processes.ts";
import { readLesson, type Stage } from "../stage.ts";

/**
 * Goal 10, first half: what a fresh page process holds after half a minute at fifty at a time, and whether it goes on growing;
 * beside it, what the one holds that has served every measurement before.
 */
export async function measureMemory(stage: Stage): Promise<Row[]> {
  const { site, full } = stage;
  const { path, cookie = "" } = readLesson(stage, 0);
  const node = await startNode(site, { path, cookie });
  try {
    const held = () => memoryOf(node.pid);
    const before = held();
    stage.say(`memory, fifty readers at once for ${full ? "three minutes" : "half a minute"}`);
    const reading = load({ origin: node.origin, connections: 50, seconds: full ? 180 : 30, ask: (turn) => readLesson(stage, turn) });
    const after = async (seconds: number) => {
      await Promise.race([sleep(seconds * 1000), reading]);
      return held();
    };
    const half = await after(30);
    const second = full ? await after(90) : null;
    await reading;
    const third = full ? held() : null;
    return [
      told({ goal: "10", what: "memory after the first lesson", runs: [before], unit: "MB" }),
      judged({ goal: "10", what: "memory after 30 s at fifty at a time", runs: [half], unit: "MB" }, { atMost: 400 }),
      full
        ? judged(
            { goal: "10", what: "memory after three minutes against after two", runs: [second && third && third / second], unit: "×" },
            { atMost: 1.05 },
          )
        : notMeasured("10", "memory flat from the second to the third minute", "takes three minutes: npm run bench -- --full", "≤ 1.05 ×"),
      told({
        goal: "10",
        what: "memory of the process that served all of the above",
        runs: [site.pid === null ? null : memoryOf(site.pid)],
        unit: "MB",
      }),
    ];
  } finally {
    await node.stop();
  }
}
