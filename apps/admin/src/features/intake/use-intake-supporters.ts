import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { supporterNumbersIn } from '@sasaeai/domain/intake/read-intake-draft'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { trpc } from '../../app/trpc.ts'

type Known = ReadonlyMap<number, IntakeSupporter | null>

/**
 * The supporters whose numbers stand in the draft. Those that were picked from suggestions are known at once, others
 * are asked for, as is what all of them have paid of dues; a number that is still being asked for is absent.
 */
export function useIntakeSupporters(
  draft: IntakeDraft,
  atFirst: readonly (readonly [number, IntakeSupporter | null])[],
): { supporters: Known; remember: (supporter: IntakeSupporter) => void } {
  const [picked, setPicked] = useState<Known>(new Map())
  const numbers = useMemo(() => supporterNumbersIn(draft), [draft])
  const asked = useQuery(
    trpc.intake.supporters.queryOptions(
      { numbers },
      { enabled: numbers.length > 0, placeholderData: keepPreviousData },
    ),
  )
  const supporters = useMemo(
    () => new Map([...atFirst, ...(asked.data ?? []), ...pickedBeyond(picked, asked.data ?? [])]),
    [atFirst, asked.data, picked],
  )
  const remember = useCallback((supporter: IntakeSupporter) => {
    setPicked((known) => new Map(known).set(supporter.number, supporter))
  }, [])
  return { supporters, remember }
}

/** Whoever was picked and is not in the answer yet: the answer knows more of those who are. */
function pickedBeyond(picked: Known, asked: readonly (readonly [number, IntakeSupporter | null])[]): Known {
  const answered = new Map(asked)
  return new Map([...picked].filter(([number]) => answered.get(number) == null))
}
