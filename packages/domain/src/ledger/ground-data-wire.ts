import type { LedgerAccountId } from '../ids.ts'
import type { GroundData } from './ground-data.ts'

/** A map as JSON can carry it: its entries, in their order. */
export type Entries<Collection> = Collection extends ReadonlyMap<infer Key, infer Value> ? [Key, Value][] : never

/** The ground data as it travels to a screen. */
export type PackedGround = Pick<GroundData, 'version'> & {
  readonly [Name in Exclude<keyof GroundData, 'version'>]: Entries<GroundData[Name]>
}

/** What the screens of the ledger get: the ground data, and where paper money usually goes. */
export type GroundDataWire = PackedGround & { readonly defaultCashAccountId: LedgerAccountId | null }

/** Packs what the screens of the ledger get. */
export function wireOfGround(ground: GroundData, defaultCashAccountId: LedgerAccountId | null): GroundDataWire {
  return { ...packGround(ground), defaultCashAccountId }
}

/** Packs the ground data for the wire. */
export function packGround(ground: GroundData): PackedGround {
  return {
    version: ground.version,
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
export function groundOfWire(wire: PackedGround): GroundData {
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
