import { readOptions } from "./options.ts";
import { startSandbox } from "./server.ts";

const running = await startSandbox(readOptions(process.env));

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await running.close();
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
