/** Requests that left before the app itself had been read, by their address. */
const onTheirWay = new Map<string, Promise<Response>>()

/** Asks the server now for what the app will ask for once it is there. Each answer is handed out once. */
export function askEarly(address: string): void {
  const answer = fetch(address)
  // Nobody may come for it; whoever does is told of the failure and asks again.
  answer.catch(() => undefined)
  onTheirWay.set(address, answer)
}

/** The answer that is on its way from there already, for whoever comes first. */
export function takeEarlyAnswer(address: string): Promise<Response> | undefined {
  const early = onTheirWay.get(address)
  onTheirWay.delete(address)
  return early
}
