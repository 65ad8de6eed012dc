import { data } from "@remix-run/react";

/**
 * Runs an action of the server from the browser. A line that drops or a server that is away must not replace the page someone
 * is writing on with an error page: then `offline` is the answer, with a status that keeps Remix from fetching the page's data
 * again (that would fail too, and the error page would come after all). Redirects pass.
 */
export async function orOffline<Answer>(serverAction: () => Promise<unknown>, offline: Answer) {
  try {
    return (await serverAction()) as Answer;
  } catch (error) {
    if (error instanceof Response) throw error;
    return data(offline, { status: 503 });
  }
}
