import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { supporterNumbersIn } from '@sasaeai/domain/intake/read-intake-draft'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { trpc } from '../../app/trpc.ts'

type Known = ReadonlyMap<number, IntakeSupporter | null>

/**
 * The supporters whose numbers stand in the draft. Those that were picked from suggestions are known at once, others
 * are asked for; a number that is still being asked for is absent.
 */
export function useIntakeSupporters(
  draft: IntakeDraft,
  atFirst: readonly (readonly [number, IntakeSupporter | null])[],
): { supporters: Known; remember: (supporter: IntakeSupporter) => void } {
  const [supporters, setSupporters] = useState<Known>(() => new Map(atFirst))
  const missing = useMemo(() => supporterNumbersIn(draft).filter((number) => !supporters.has(number)), [draft, supporters])
  const asked = useQuery(trpc.intake.supporters.queryOptions({ numbers: missing }, { enabled: missing.length > 0 }))
  useEffect(() => {
    if (asked.data !== undefined) setSupporters((known) => new Map([...known, ...asked.data]))
  }, [asked.data])
  const remember = useCallback((supporter: IntakeSupporter) => {
    setSupporters((known) => new Map(known).set(supporter.number, supporter))
  }, [])
  return { supporters, remember }
}
