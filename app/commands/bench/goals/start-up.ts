import { startBeside, startNode } from "../beside.ts";
import { judged, type Row, told } from "../figures.ts";
import { ratios } from "../measure.ts";
import { BARE, RUNS, readLesson, type Stage } from "../stage.ts";

/** Goal 10, second half: from the start of the process to the first byte of a lesson, beside Remix with one page. */
export async function measureStartUp(stage: Stage): Promise<Row[]> {
  const node: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < RUNS; round++) {
    stage.say(`start, round ${round + 1} of ${RUNS}`);
    const { path, cookie = "" } = readLesson(stage, round);
    const product = await startNode(stage.site, { path, cookie });
    await product.stop();
    node.push(product.firstByte);
    const remix = await startBeside(stage.site, "bare", BARE);
    await remix.stop();
    bare.push(remix.firstByte);
  }
  return [
    told({ goal: "10", what: "start to first byte: product, a lesson", runs: node, unit: "ms" }),
    told({ goal: "10", what: "start to first byte: bare Remix", runs: bare, unit: "ms" }),
    judged({ goal: "10", what: "start to first byte against bare Remix", runs: ratios(node, bare), unit: "×" }, { atMost: 1.5 }),
  ];
}
