import { zodResolver } from '@hookform/resolvers/zod'
import { type HouseholdBasis, householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { type TypedPreparation, typedPreparationSchema } from '@sasaeai/domain/membership-dues/request/typed-preparation'
import { dayInYear } from '@sasaeai/domain/membership-dues/member/membership-state'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { DuesRequestOfKind, PreviewedRequest } from './dues-requests-page.tsx'

interface PrepareRequestsDialogProps {
  readonly kinds: readonly DuesRequestOfKind[]
  /** The kinds to prepare; null for all that are not fixed. */
  readonly wanted: readonly DuesKindId[] | null
  readonly onClose: () => void
}

interface Preparation {
  readonly requestedOn: LocalDate
  readonly householdBasis: HouseholdBasis
}

/** Asks by which day and households to prepare, and shows beforehand what that would do. */
export function PrepareRequestsDialog({ kinds, wanted, onClose }: PrepareRequestsDialogProps) {
  const fiscalYear = useFiscalYearInView()
  const today = useToday()
  const prepare = useMutation(trpc.membershipDues.request.prepare.mutationOptions())
  const schema = typedPreparationSchema({ today, fiscalYear })
  const basis = kinds.find(({ request }) => request !== null)?.request?.householdBasis ?? 'association_membership'
  const initial = { requestedOn: formatLocalDateShort(dayInYear(fiscalYear, today)), householdBasis: basis }
  const form = useForm<TypedPreparation, unknown, Preparation>({ resolver: zodResolver(schema), defaultValues: initial, shouldFocusError: false })
  const typed = useWatch({ control: form.control })
  const read = schema.safeParse({ ...initial, ...typed })
  const send = (preparation: Preparation) =>
    prepare.mutateAsync({ ...preparation, fiscalYear, duesKindIds: wanted === null ? null : [...wanted] })
  const one = wanted?.length === 1 ? kinds.find(({ duesKindId }) => wanted.includes(duesKindId)) : undefined
  return (
    <FormDialog title={`${one === undefined ? '' : `${one.name}の`}納入のお願いを準備する`} form={form} save={send} onClose={onClose}
      saveLabel="準備する" done="納入のお願いを準備しました">
      {(errorOf) => (
        <>
          <DateField label="基準日" requirement="required" id="requestedOn" support="この日の会員と口数でお願いします。例：R8.5.1" defaultValue={initial.requestedOn}
            read={(text) => readTypedDate(text, { today, fiscalYear })} error={errorOf('requestedOn')} {...form.register('requestedOn')} />
          <RadioGroupField label="世帯数の根拠" id="householdBasis" isRow defaultValue={basis}
            options={householdBases.map((value) => ({ value, label: householdBasisNames[value] }))}
            error={errorOf('householdBasis')} {...form.register('householdBasis')} />
          {read.success && <Preview kinds={kinds} wanted={wanted} preparation={read.data} />}
          <p className="text-[0.875rem] text-ink-sub">何度でも準備し直せます。手で直した納入先は変わりません。確定するまで納入番号は付きません。</p>
        </>
      )}
    </FormDialog>
  )
}

type PreviewRow = PreviewedRequest & { readonly name: string }

const columns: readonly Column<PreviewRow>[] = [
  { id: 'name', header: '会員種別', isRowHeader: true, cell: ({ name }) => name },
  { id: 'added', header: '増える', align: 'end', cell: ({ added }) => groupDigits(added) },
  { id: 'changed', header: '変わる', align: 'end', cell: ({ changed }) => groupDigits(changed) },
  { id: 'removed', header: '外れる', align: 'end', cell: ({ removed }) => groupDigits(removed) },
  { id: 'unchanged', header: 'そのまま', align: 'end', cell: ({ unchanged }) => groupDigits(unchanged) },
  { id: 'expected', header: '目安額（円）', align: 'end', cell: ({ expectedYen }) => formatYen(expectedYen) },
]

function Preview({ kinds, wanted, preparation }: Pick<PrepareRequestsDialogProps, 'kinds' | 'wanted'> & { preparation: Preparation }) {
  const fiscalYear = useFiscalYearInView()
  const preview = useQuery({
    ...trpc.membershipDues.request.preview.queryOptions({ ...preparation, fiscalYear }),
    placeholderData: keepPreviousData,
  })
  const rows = preview.data?.flatMap((each) => {
    const kind = kinds.find(({ duesKindId }) => duesKindId === each.duesKindId)
    const isWanted = wanted === null ? !each.isFixed : wanted.includes(each.duesKindId)
    return kind === undefined || !isWanted ? [] : [{ ...each, name: kind.name }]
  })
  return (
    <div>
      <p className="mb-1 font-bold">準備するとこうなります（件）</p>
      <DataTable caption="準備の下見" columns={columns} rows={rows} rowKey={({ duesKindId }) => duesKindId} isRefreshing={preview.isPlaceholderData} />
    </div>
  )
}
