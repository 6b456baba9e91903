import type { GroundData } from '../ledger/ground-data.ts'
import { type IntakeContext, intakeContext } from './intake-context.ts'

type Entries<Collection> = Collection extends ReadonlyMap<infer Key, infer Value> ? [Key, Value][] : never

/** A context as it travels to the screen: maps as lists of their entries, in their order. */
export type IntakeContextWire = Pick<IntakeContext, 'defaultCashAccountId' | 'today'> & {
  readonly version: number
  readonly households: Entries<IntakeContext['households']>
  readonly openMonths: readonly string[]
} & { readonly [Name in Exclude<keyof GroundData, 'version'>]: Entries<GroundData[Name]> }

/** Packs a context for the wire. */
export function wireOfContext(context: IntakeContext): IntakeContextWire {
  const { ground, households, defaultCashAccountId, today, openMonths } = context
  return {
    version: ground.version,
    accounts: [...ground.accounts],
    sources: [...ground.sources],
    campaigns: [...ground.campaigns],
    methods: [...ground.methods],
    funds: [...ground.funds],
    duesKinds: [...ground.duesKinds],
    areas: [...ground.areas],
    households: [...households],
    openMonths: [...openMonths],
    defaultCashAccountId,
    today,
  }
}

/** Unpacks and prepares it on the other side. */
export function contextOfWire(wire: IntakeContextWire): IntakeContext {
  return intakeContext({
    ground: {
      version: wire.version,
      accounts: new Map(wire.accounts),
      sources: new Map(wire.sources),
      campaigns: new Map(wire.campaigns),
      methods: new Map(wire.methods),
      funds: new Map(wire.funds),
      duesKinds: new Map(wire.duesKinds),
      areas: new Map(wire.areas),
    },
    households: new Map(wire.households),
    defaultCashAccountId: wire.defaultCashAccountId,
    today: wire.today,
    openMonths: new Set(wire.openMonths),
  })
}
