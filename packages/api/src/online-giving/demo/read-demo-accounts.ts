import type { DemoOverview } from '@sasaeai/stripe-gateway/demo/demo-overview'
import type { Deps } from '../../deps.ts'

export interface DemoAccount {
  readonly code: string
  readonly name: string
  readonly overview: DemoOverview
}

/** What there is at the demo gateway, by 支払いの受け口; null where this server has none. */
export async function readDemoAccounts(deps: Deps): Promise<DemoAccount[] | null> {
  const demo = (await deps.demoGateway?.()) ?? null
  if (demo === null) return null
  const accounts = await deps.db.prisma.paymentAccount.findMany({ orderBy: { code: 'asc' }, select: { code: true, name: true } })
  // The council's own comes first: most gifts go there.
  const ordered = accounts.toSorted((left, right) => Number(right.code === 'council') - Number(left.code === 'council'))
  return Promise.all(ordered.map(async ({ code, name }) => ({ code, name, overview: await demo.overview(code) })))
}
