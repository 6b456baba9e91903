import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { type IntakeStatus, intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import type { DraftReading } from '@sasaeai/domain/intake/read-intake-draft'
import { formatYen } from '@sasaeai/domain/money/yen'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '../../app/trpc.ts'
import type { PostedBatch } from './intake-wire.ts'
import { SheetKinds } from './sheet-kinds.tsx'
import { SheetLines } from './sheet-lines.tsx'

interface IntakeSheetProps {
  readonly draft: IntakeDraft
  readonly read: DraftReading
  readonly context: IntakeContext
  readonly status: IntakeStatus
  readonly posted: PostedBatch | null
  readonly receivedBy?: string | undefined
}

/** 受付票: the batch as it is read on screen and as it goes into the binder, on A4. */
export function IntakeSheet({ draft, read, context, status, posted, receivedBy }: IntakeSheetProps) {
  const { header } = read
  const door = useQuery(trpc.setUp.frontDoor.queryOptions(undefined, { staleTime: Infinity }))
  const account = header.cashAccountId === null ? undefined : context.ground.accounts.get(header.cashAccountId)
  const area = header.areaId === null ? undefined : context.areas.areas.get(header.areaId)
  return (
    <article className="mx-auto max-w-[60rem]">
      <header className="mb-4 flex flex-wrap items-end justify-between gap-4 border-b-2 border-ink pb-2">
        <h2 className="text-[1.5rem] leading-140 font-bold tracking-[0.3em]">受付票</h2>
        <p className="text-right figures">
          {door.data?.isSetUp === true && <span className="block text-[0.875rem]">{door.data.council.name}</span>}
          {posted === null ? (
            <span className="font-bold">{intakeStatusNames[status]}（未記帳）</span>
          ) : (
            <>
              {formatFiscalYear(fiscalYear(posted.fiscalYear))}　受付番号{' '}
              <strong className="text-[1.25rem]">{posted.intakeNumber}</strong>
            </>
          )}
        </p>
      </header>
      <dl className="mb-5 grid grid-cols-2 gap-x-6 gap-y-1.5 sm:grid-cols-3 print:grid-cols-3">
        <Fact name="受入日">{header.receivedOn === null ? '—' : formatLocalDate(header.receivedOn)}</Fact>
        <Fact name="地域">{area?.name ?? '—'}</Fact>
        <Fact name="持参者">{draft.header.bearer.trim() || '—'}</Fact>
        <Fact name="入金先">{account?.name ?? '—'}</Fact>
        <Fact name="統制">
          {`${header.controlCount ?? '—'}件 `}
          {header.controlTotalYen === null ? '—' : `${formatYen(header.controlTotalYen)}円`}
        </Fact>
        <Fact name="受付者">{receivedBy ?? '—'}</Fact>
        {draft.header.note.trim() !== '' && <Fact name="備考">{draft.header.note}</Fact>}
      </dl>
      <SheetLines {...{ draft, read, context, posted }} />
      <SheetKinds read={read} />
      <Seals />
    </article>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-[4.5em] shrink-0 text-ink-sub">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

/** Boxes for the seals that offices put on paper. */
function Seals() {
  return (
    <div className="mt-8 hidden justify-end print:flex" aria-hidden="true">
      {['受付', '照合', '会計責任者'].map((name) => (
        <div key={name} className="-ml-px w-24 border border-ink text-center text-[0.75rem]">
          <div className="border-b border-ink py-0.5">{name}</div>
          <div className="h-16" />
        </div>
      ))}
    </div>
  )
}
