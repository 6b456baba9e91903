import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { type GroundDataWire, groundOfWire } from '@sasaeai/domain/ledger/ground-data-wire'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

export interface LedgerGround extends GroundData {
  readonly defaultCashAccountId: string | null
}

/** The council's own tables as the ledger's forms and filters need them; undefined until they have arrived. */
export function useGround() {
  return useQuery({ ...trpc.ledger.ground.queryOptions(), staleTime: 60_000, select: unpacked })
}

function unpacked(wire: GroundDataWire): LedgerGround {
  return { ...groundOfWire(wire), defaultCashAccountId: wire.defaultCashAccountId }
}
