import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import { supporterNumberOf } from '@sasaeai/domain/intake/read-intake-line'
import { hasFormOfSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { trpc } from '../../app/trpc.ts'
import { type CodeCellProps, takeAndGoOn } from './code-cells.tsx'
import { IntakeLookupCell } from './intake-lookup-cell.tsx'
import type { Suggestion } from './suggestion-list.tsx'
import { useSlipNumber } from './use-slip-number.ts'

interface SupporterCellProps extends CodeCellProps {
  readonly onPickSupporter: (supporter: IntakeSupporter) => void
  /** Asks for a new supporter of the typed name. */
  readonly onRegister: (name: string) => void
}

const registerKey = 'register'

/** 支援者 by number, or by the 納入番号 of a slip; what else is typed is looked up by name, reading or telephone number. */
export function SupporterCell(props: SupporterCellProps) {
  const { reading, onPickSupporter, onRegister, ...cell } = props
  const typed = useDeferredValue(cell.text.trim())
  const isAsking = cell.isActive && typed !== '' && reading.supporter === null
  const found = useQuery(
    trpc.supporter.lookup.queryOptions(
      { text: typed.slice(0, 100), limit: 8 },
      { enabled: isAsking, placeholderData: keepPreviousData },
    ),
  )
  const slip = useSlipNumber(props, 'supporter', !isAsking)
  const people = found.data ?? []
  const isNumber = supporterNumberOf(cell.text) !== null
  const isForThisText = typed === cell.text.trim() && found.data !== undefined && !found.isPlaceholderData
  // A number is looked up behind the typist's back; names wait for their namesakes, but not for a lost connection.
  const isWaiting = isAsking && !isNumber && !isForThisText && found.isFetching && found.failureCount === 0
  const named: Suggestion[] = people.map((each) => ({
    key: each.supporterId,
    code: String(each.number),
    name: each.name,
    detail: each.areaName ?? each.address,
  }))
  const suggestions = [...slip.suggestions, ...named]
  const pick = (picked: Suggestion) => {
    const { key, code, name } = picked
    if (slip.take(picked)) return
    if (key === registerKey) return onRegister(cell.text.trim())
    const person = people.find((each) => each.supporterId === key)
    if (person !== undefined) onPickSupporter({ id: person.supporterId, number: person.number, name, isClosed: false })
    takeAndGoOn(cell, code)
  }
  const canRegister = isAsking && !found.isFetching && !isNumber && !slip.isSlip && !hasFormOfSlipNumber(typed)
  return (
    <IntakeLookupCell
      {...cell}
      meaning={reading.supporter?.name}
      isClear={!isAsking}
      isWaiting={isWaiting || slip.isWaiting}
      suggestions={
        canRegister ? [...suggestions, { key: registerKey, code: '＋', name: `「${typed}」を新しく登録` }] : suggestions
      }
      onPick={pick}
    />
  )
}
