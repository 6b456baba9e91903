import { createHash } from 'node:crypto'

/** Public data as it leaves the server, with a tag that is another whenever it says anything else. */
export interface PublicText {
  readonly text: string
  readonly tag: string
}

/** What anybody may read of the council, as JSON. */
export function publicText(answer: object): PublicText {
  const text = JSON.stringify(answer)
  return { text, tag: createHash('sha256').update(text).digest('base64url').slice(0, 22) }
}
