import { GatewayUnreachableError } from '../gateway-unreachable-error.ts'
import { callGateway } from './call-gateway.ts'

/** A part of a list, and whether there is more of it. */
export interface GatewayPage<Item> {
  readonly data: readonly Item[]
  readonly has_more: boolean
}

/**
 * A list of the gateway from its first to its last item, a page at a time.
 * @throws GatewayUnreachableError when a page does not come: what came before it is not the whole.
 */
export async function* readList<Item extends { readonly id: string }>(
  readPage: (after: { starting_after?: string }) => Promise<GatewayPage<Item>>,
): AsyncIterable<Item> {
  let after: { starting_after?: string } = {}
  for (;;) {
    const from = after
    const page = await callGateway(() => readPage(from))
    if (!page.ok) throw new GatewayUnreachableError(page.message)
    yield* page.value.data
    const last = page.value.data.at(-1)
    if (!page.value.has_more || last === undefined) return
    after = { starting_after: last.id }
  }
}
