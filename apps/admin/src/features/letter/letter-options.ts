import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { SelectOption } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

/** Templates in use on paper for these kinds of letters, as a list to choose from; undefined while they are being read. */
export function useLetterOptions(kinds: readonly LetterKind[]): SelectOption[] | undefined {
  const templates = useQuery(trpc.letter.template.list.queryOptions())
  return templates.data
    ?.filter(({ kind, forPaper, closedOn }) => forPaper && closedOn === null && kinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** What a list of templates begins with: what is proposed, the only one there is, or nothing, so that somebody has to choose. */
export function firstChoice(firstOptions: readonly SelectOption[], options: readonly SelectOption[]): string {
  return firstOptions[0]?.value ?? (options.length === 1 ? (options[0]?.value ?? '') : '')
}
