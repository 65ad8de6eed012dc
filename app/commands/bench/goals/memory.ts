import { setTimeout as sleep } from "node:timers/promises";
import { judged, notMeasured, type Row, told } from "../figures.ts";
import { load } from "../load.ts";
import { memoryOf } from "../processes.ts";
import { readLesson, type Stage } from "../stage.ts";

/** Goal 10, first half: what the page process holds after half a minute at fifty at a time, and whether it goes on growing. */
export async function measureMemory(stage: Stage): Promise<Row[]> {
  const { site, full } = stage;
  const held = () => (site.pid === null ? null : memoryOf(site.pid));
  const before = held();
  stage.say(`memory, fifty readers at once for ${full ? "three minutes" : "half a minute"}`);
  const reading = load({ origin: site.origin, connections: 50, seconds: full ? 180 : 30, ask: (turn) => readLesson(stage, turn) });
  const after = async (seconds: number) => {
    await Promise.race([sleep(seconds * 1000), reading]);
    return held();
  };
  const half = await after(30);
  const second = full ? await after(90) : null;
  await reading;
  const third = full ? held() : null;
  return [
    told({ goal: "10", what: "memory before", runs: [before], unit: "MB" }),
    judged({ goal: "10", what: "memory after 30 s at fifty at a time", runs: [half], unit: "MB" }, { atMost: 400 }),
    full
      ? judged({ goal: "10", what: "memory after the third minute against after the second", runs: [second && third && third / second], unit: "×" }, { atMost: 1.05 })
      : notMeasured("10", "memory flat from the second to the third minute", "takes three minutes: npm run bench -- --full", "≤ 1.05 ×"),
  ];
}
