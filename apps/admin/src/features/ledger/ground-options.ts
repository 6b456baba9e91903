import { areasMeantBy } from '@sasaeai/domain/area/area-lookup'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { GroundData, GroundItem } from '@sasaeai/domain/ledger/ground-data'
import type { ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import type { SelectOption } from '@sasaeai/ui/select-field'
import { queryClient, trpc } from '../../app/trpc.ts'

/** Choices of a filter: closed ones too, because their money is still in the books. */
export function allOptions(items: ReadonlyMap<string, GroundItem>): SelectOption[] {
  return [...items].map(([value, { code, name, isClosed }]) => ({
    value,
    label: `${code} ${name}${isClosed ? '（使用終了）' : ''}`,
  }))
}

/** Choices of a form: what takes money now. */
export function usableOptions(items: ReadonlyMap<string, GroundItem>): SelectOption[] {
  return [...items].flatMap(([value, { code, name, isClosed }]) => (isClosed ? [] : [{ value, label: `${code} ${name}` }]))
}

/** Drives are told apart by their year. */
export function campaignOptions({ campaigns }: Pick<GroundData, 'campaigns'>): SelectOption[] {
  return [...campaigns].map(([value, { fiscalYear, name, cashAccountId }]) => ({
    value,
    label: `${formatFiscalYear(fiscalYear)} ${name}${cashAccountId === null ? '' : '（支会の帳簿）'}`,
  }))
}

/** The years that any kind of membership has terms for, the newest first. */
export function duesYearOptions({ duesKinds }: Pick<GroundData, 'duesKinds'>): SelectOption[] {
  const years = new Set([...duesKinds.values()].flatMap(({ terms }) => terms.map(({ fiscalYear }) => fiscalYear)))
  return [...years].toSorted((left, right) => right - left).map((year) => ({ value: String(year), label: formatFiscalYear(year) }))
}

/** Areas by code, name or reading. */
export function areaLookup({ areas }: Pick<GroundData, 'areas'>, { withClosed }: { withClosed: boolean }) {
  const searched = [...areas].flatMap(([id, area]) => (area.isClosed && !withClosed ? [] : [{ id, ...area }]))
  return (text: string) => Promise.resolve(areasMeantBy(searched, text, 20).map(({ id }) => areaOption({ areas }, id)))
}

export function areaOption({ areas }: Pick<GroundData, 'areas'>, areaId: string): ComboBoxOption {
  const found = [...areas].find(([id]) => id === areaId)?.[1]
  const parent = [...areas].find(([id]) => id === found?.parentId)?.[1]
  return { id: areaId, label: found?.name ?? '（不明な地域）', secondary: parent?.name, detail: found?.code }
}

/** Supporters by number, name or reading; the number and the address tell namesakes apart. */
export async function lookupSupporters(text: string, signal: AbortSignal): Promise<ComboBoxOption[]> {
  const options = trpc.supporter.lookup.queryOptions({ text, limit: 20 })
  const found = await queryClient.fetchQuery({ ...options, staleTime: 5_000 })
  if (signal.aborted) return []
  return found.map(({ supporterId, number, name, address }) => ({
    id: supporterId,
    label: name,
    secondary: address,
    detail: String(number),
  }))
}
