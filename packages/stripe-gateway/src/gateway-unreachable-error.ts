/** A list of the gateway could not be read to its end: nothing of it may be taken for the whole. */
export class GatewayUnreachableError extends Error {
  override readonly name = 'GatewayUnreachableError'
}
