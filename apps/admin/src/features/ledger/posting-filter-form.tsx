import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { postingFilterOfSearch } from '@sasaeai/domain/ledger/posting-filter'
import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import { allOptions } from './ground-options.ts'
import { useGround } from './use-ground.ts'

// Lookups and typed dates are most of what this page weighs; few lists are asked for by them.
const FurtherPostingFilters = lazy(async () => ({ default: (await import('./further-posting-filters.tsx')).FurtherPostingFilters }))

interface PostingFilterFormProps {
  readonly filter: PostingFilter
  readonly onChange: (filter: PostingFilter) => void
}

/** The filters of the list. They stand in the address, so that a list can be bookmarked and sent on. */
export function PostingFilterForm({ filter, onChange }: PostingFilterFormProps) {
  const ground = useGround()
  const years = useQuery(trpc.council.years.queryOptions())
  const [isFurther, setFurther] = useState(hasFurther(filter))
  const [chosen, setChosen] = useState({ areaId: filter.areaId ?? '', supporterId: filter.supporterId ?? '' })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange(filterOf({ ...Object.fromEntries(new FormData(event.currentTarget)), ...chosen }, filter))
  }
  // Until the choices have come, what is chosen stands alone among them: the form is there at once, and nothing shifts.
  const opened = years.data?.map(({ year }) => year) ?? (filter.fiscalYear === undefined ? [] : [filter.fiscalYear])
  const yearOptions = opened.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))
  const { fundingSourceId } = filter
  const chosenSource = fundingSourceId === undefined ? [] : [{ value: fundingSourceId, label: '…' }]
  const sourceOptions = ground.data === undefined ? chosenSource : allOptions(ground.data.sources)
  return (
    <form role="search" aria-label="明細の絞り込み" onSubmit={submit} className="mb-4 flex flex-col gap-3 border-y border-line py-4 print-hidden">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <SelectField label="年度" name="fiscalYear" width="short" emptyLabel="すべての年度" options={yearOptions} defaultValue={String(filter.fiscalYear ?? '')} />
        <SelectField label="財源" name="fundingSourceId" emptyLabel="すべて" options={sourceOptions} defaultValue={fundingSourceId ?? ''} />
        <TextField label="言葉・伝票番号" name="text" width="medium" defaultValue={filter.text ?? ''} />
      </div>
      <details open={hasFurther(filter)} onToggle={({ currentTarget }) => currentTarget.open && setFurther(true)}>
        <summary className="w-fit cursor-pointer py-2 text-accent underline">ほかの条件</summary>
        <Suspense>
          {isFurther && ground.data !== undefined && (
            <FurtherPostingFilters filter={filter} ground={ground.data} onChoose={(change) => setChosen({ ...chosen, ...change })} />
          )}
        </Suspense>
      </details>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" icon="filter">絞り込む</Button>
        <Button variant="quiet" onClick={() => onChange({ fiscalYear: filter.fiscalYear })}>年度のほかの条件を外す</Button>
      </div>
    </form>
  )
}

function hasFurther(filter: PostingFilter): boolean {
  const { fiscalYear: _year, fundingSourceId: _source, text: _text, category: _category, holding: _holding, batchId: _batch, ...others } = filter
  const { driveYear: _driveYear, drive: _drive, allocationId: _allocation, allocationYear: _allocationYear, postedUntil: _until, postedAfter: _after, ...further } = others
  return Object.values(further).some((value) => value !== undefined)
}

/** Reads what was typed; what a link brought along and the form does not show (category, holding, drives, batch, 配分金, 時点) stays in force. */
function filterOf(typed: Record<string, unknown>, before: PostingFilter): PostingFilter {
  const { category, holding, batchId, allocationId, allocationYear, driveYear, drive, areaOnly, areaId, postedUntil, postedAfter } = before
  return postingFilterOfSearch({
    ...typed,
    category: typed['fundingSourceId'] === '' ? category : undefined,
    holding,
    batchId,
    allocationId,
    allocationYear,
    postedUntil,
    postedAfter,
    driveYear,
    drive,
    areaOnly: typed['areaId'] === areaId ? areaOnly : undefined,
    fiscalYear: typedYear(typed['fiscalYear']),
    duesYear: typedYear(typed['duesYear']),
    from: typedDate(typed['from']),
    to: typedDate(typed['to']),
    minYen: typedYen(typed['minYen']),
    maxYen: typedYen(typed['maxYen']),
  })
}

function typedYear(text: unknown) {
  return text === undefined || text === '' ? undefined : Number(text)
}

function typedDate(text: unknown) {
  const date = parseDate(typeof text === 'string' ? text : '', { today: today() })
  return date.ok ? date.date : undefined
}

function typedYen(text: unknown) {
  const amount = parseAmount(typeof text === 'string' ? text : '')
  return amount.ok ? amount.yen : undefined
}
