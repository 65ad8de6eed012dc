import { readOptions } from "./options.ts";
import { startSandbox } from "./server.ts";

const running = await startSandbox(readOptions(process.env));

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await running.close();
  // The channel to the parent would keep the process alive.
  if (process.connected) process.disconnect();
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// Started by a parent that is gone (kill -9): nobody else would end this process, and the port would stay taken.
if (process.send) process.on("disconnect", stop);
