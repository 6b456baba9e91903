import { type Entries, groundOfWire, packGround, type PackedGround } from '../ledger/ground-data-wire.ts'
import { type IntakeContext, intakeContext } from './intake-context.ts'

/** A context as it travels to the screen. */
export type IntakeContextWire = PackedGround &
  Pick<IntakeContext, 'defaultCashAccountId' | 'today'> & {
    readonly households: Entries<IntakeContext['households']>
    readonly openMonths: readonly string[]
  }

/** Packs a context for the wire. */
export function wireOfContext(context: IntakeContext): IntakeContextWire {
  const { ground, households, defaultCashAccountId, today, openMonths } = context
  return {
    ...packGround(ground),
    households: [...households],
    openMonths: [...openMonths],
    defaultCashAccountId,
    today,
  }
}

/** Unpacks and prepares it on the other side. */
export function contextOfWire(wire: IntakeContextWire): IntakeContext {
  return intakeContext({
    ground: groundOfWire(wire),
    households: new Map(wire.households),
    defaultCashAccountId: wire.defaultCashAccountId,
    today: wire.today,
    openMonths: new Set(wire.openMonths),
  })
}
