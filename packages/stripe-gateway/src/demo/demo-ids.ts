import { randomBytes } from 'node:crypto'

let last = 0

/**
 * A new id like the gateway's: `cs_demo_…`. What was made later sorts later, so that a list of one second has an order;
 * the last part cannot be guessed, because a pay page is found by nothing else.
 */
export function newDemoId(prefix: string): string {
  last = Math.max(last + 1, Date.now() * 1000)
  return `${prefix}_demo_${last.toString(16).padStart(14, '0')}${randomBytes(10).toString('hex')}`
}
