import { createHash } from 'node:crypto'

/**
 * The name under which a connection prepares a statement: the same text always has the same name, so that each
 * shape of a filter is planned once per connection.
 */
export function preparedName(text: string): string {
  return `p_${createHash('md5').update(text).digest('base64url')}`
}
