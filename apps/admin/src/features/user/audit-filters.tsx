import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { userIdSchema } from '@sasaeai/domain/id-schemas'
import type { AuditFilter } from '@sasaeai/domain/user/audit-search'
import { auditThings } from '@sasaeai/domain/user/audit-vocabulary'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'

interface AuditFiltersProps {
  readonly search: AuditFilter
  readonly onFilter: (filter: AuditFilter) => void
}

/** What the audit log is narrowed by. It is applied by its button, so that typing does not set off searches. */
export function AuditFilters({ search, onFilter }: AuditFiltersProps) {
  const people = useQuery(trpc.audit.people.queryOptions())
  const form = useForm<Draft, unknown, AuditFilter>({ resolver: zodResolver(draftSchema()), values: draftOf(search) })
  const { errors } = form.formState
  return (
    <form noValidate onSubmit={form.handleSubmit(onFilter)} role="search" aria-label="監査ログを絞り込む"
      className="mb-6 grid items-start gap-x-5 gap-y-3 rounded-8 bg-surface-sub px-5 pt-4 pb-5 sm:grid-cols-2 xl:grid-cols-4 print-hidden">
      <DateField label="いつから" id="from" read={readTypedDate} defaultValue={draftOf(search).from}
        error={errors.from?.message} {...form.register('from')} />
      <DateField label="いつまで" id="to" read={readTypedDate} defaultValue={draftOf(search).to}
        error={errors.to?.message} {...form.register('to')} />
      <SelectField label="行った人" id="actorId" emptyLabel="すべて" width="medium"
        options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.register('actorId')} />
      <SelectField label="対象" id="thing" emptyLabel="すべて" width="medium"
        options={auditThings.map(([value, label]) => ({ value, label }))} {...form.register('thing')} />
      <TextField label="文字" id="text" width="full" className="xl:col-span-2" support="内容と理由の中から探します" {...form.register('text')} />
      <div className="flex gap-3 self-end whitespace-nowrap max-sm:pt-2 xl:col-span-2">
        <Button type="submit" icon="search">絞り込む</Button>
        <Button variant="quiet" onClick={() => onFilter({})}>条件を消す</Button>
      </div>
    </form>
  )
}

interface Draft {
  from: string
  to: string
  actorId: string
  thing: string
  text: string
}

/** Empty fields do not narrow. */
function draftSchema() {
  const date = typedDateSchema({ today: today() })
  const optional = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
    z.string().transform((text) => (text.trim() === '' ? undefined : text)).pipe(schema.optional())
  return z.object({
    from: optional(date),
    to: optional(date),
    actorId: optional(userIdSchema),
    thing: optional(z.string()),
    text: optional(z.string().trim().max(100, '100文字以内で入力してください。')),
  })
}

function draftOf({ from, to, actorId, thing, text }: AuditFilter): Draft {
  const typed = (date: LocalDate | undefined) => (date === undefined ? '' : formatLocalDateShort(date))
  return { from: typed(from), to: typed(to), actorId: actorId ?? '', thing: thing ?? '', text: text ?? '' }
}
