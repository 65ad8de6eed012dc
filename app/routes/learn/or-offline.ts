/**
 * Runs an action of the server from the browser. A line that drops or a server that is away must not replace the page someone
 * is writing on with an error page: then `offline` is the answer. Redirects pass.
 */
export async function orOffline<Answer>(serverAction: () => Promise<unknown>, offline: Answer): Promise<Answer> {
  try {
    return (await serverAction()) as Answer;
  } catch (error) {
    if (error instanceof Response) throw error;
    return offline;
  }
}
