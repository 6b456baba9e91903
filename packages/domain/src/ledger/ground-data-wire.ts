import type { LedgerAccountId } from '../ids.ts'
import type { GroundData } from './ground-data.ts'

type Entries<Collection> = Collection extends ReadonlyMap<infer Key, infer Value> ? [Key, Value][] : never

/** The ground data as it travels to a screen: maps as lists of their entries, in their order. */
export type GroundDataWire = { readonly version: number; readonly defaultCashAccountId: LedgerAccountId | null } & {
  readonly [Name in Exclude<keyof GroundData, 'version'>]: Entries<GroundData[Name]>
}

/** Packs the ground data for the wire. */
export function wireOfGround(ground: GroundData, defaultCashAccountId: LedgerAccountId | null): GroundDataWire {
  return {
    version: ground.version,
    defaultCashAccountId,
    accounts: [...ground.accounts],
    sources: [...ground.sources],
    campaigns: [...ground.campaigns],
    methods: [...ground.methods],
    funds: [...ground.funds],
    duesKinds: [...ground.duesKinds],
    areas: [...ground.areas],
  }
}

/** Unpacks it on the other side. */
export function groundOfWire(wire: GroundDataWire): GroundData {
  return {
    version: wire.version,
    accounts: new Map(wire.accounts),
    sources: new Map(wire.sources),
    campaigns: new Map(wire.campaigns),
    methods: new Map(wire.methods),
    funds: new Map(wire.funds),
    duesKinds: new Map(wire.duesKinds),
    areas: new Map(wire.areas),
  }
}
