import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type DuesFindingKind, duesFindingKindNames, duesFindingKinds } from '@sasaeai/domain/membership-dues/check/dues-finding'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { CheckMarkLine } from './check-mark-line.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'

/** What asks for a second look, with what somebody has said of it. */
export type CheckedFinding = RouterOutput['membershipDues']['checks'][number]

/** 確認が要る納入: nothing here is a mistake by itself, and nothing keeps anything from being booked. */
export function DuesChecksPage() {
  const fiscalYear = useFiscalYearInView()
  const checks = useQuery(trpc.membershipDues.checks.queryOptions({ fiscalYear }))
  const [showsMarked, setShowsMarked] = useState(false)
  const findings = checks.data ?? []
  const open = findings.filter(({ mark }) => mark === null)
  const shown = showsMarked ? findings : open
  return (
    <>
      <PageHeader
        title="確認が要る納入"
        description={`${formatFiscalYear(fiscalYear)}分の会費のうち、念のため見ておきたいものです。間違いとは限らず、記帳の妨げにはなりません。`}
        crumbs={[{ label: '納入状況', href: '/admin/dues' }, { label: '確認が要る納入' }]}
        actions={<DuesListExportButton list={{ list: 'checks', fiscalYear }} name="確認が要る納入" />}
      />
      {checks.isError && checks.data === undefined && <PageError reset={() => void checks.refetch()} />}
      {checks.isPending && <LoadingSkeleton lines={8} />}
      {checks.data !== undefined && (
        <div className="flex flex-col gap-6">
          <div className="flex flex-wrap items-center gap-x-6">
            <p>
              確認が要るもの <strong className="figures">{groupDigits(open.length)}</strong>件
              <span className="text-ink-sub">（確認済み {groupDigits(findings.length - open.length)}件）</span>
            </p>
            <CheckboxField
              label="確認済みも表示する"
              checked={showsMarked}
              onChange={(event) => setShowsMarked(event.currentTarget.checked)}
            />
          </div>
          {shown.length === 0 && (
            <EmptyState title="確認が要る納入はありません" icon="success">
              二重の納入、転居、年度を過ぎた納入などが見つかると、ここに並びます。
            </EmptyState>
          )}
          {duesFindingKinds.map((kind) => (
            <FindingSection key={kind} kind={kind} findings={shown.filter((finding) => finding.kind === kind)} />
          ))}
        </div>
      )}
    </>
  )
}

const mostShown = 100

function FindingSection({ kind, findings }: { kind: DuesFindingKind; findings: readonly CheckedFinding[] }) {
  const [isWhole, setWhole] = useState(false)
  if (findings.length === 0) return null
  const shown = isWhole ? findings : findings.slice(0, mostShown)
  return (
    <section aria-labelledby={`checks-${kind}`}>
      <h2 id={`checks-${kind}`} className="mb-2 text-[1.125rem] font-bold">
        {duesFindingKindNames[kind]}
        <span className="ml-2 text-[0.9375rem] font-normal text-ink-sub">{groupDigits(findings.length)}件</span>
      </h2>
      <ul className="flex flex-col border-t border-line">
        {shown.map((finding) => (
          <FindingLine key={finding.key} finding={finding} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <button type="button" className="mt-3 cursor-pointer text-accent underline" onClick={() => setWhole(true)}>
          残りの{groupDigits(findings.length - shown.length)}件も表示する
        </button>
      )}
    </section>
  )
}

function FindingLine({ finding }: { finding: CheckedFinding }) {
  const { sentence, payments, filter } = finding
  return (
    <li className="keep-together flex flex-col gap-1.5 border-b border-line py-3.5">
      <p className="max-w-[52rem]">{sentence}</p>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
        {payments.map(({ entryId, entryNumber, entryDate, amountYen, duesKind }) => (
          <AppLink key={entryId} to="/entries/$entryId" params={{ entryId }}>
            伝票{entryNumber}（{formatLocalDateShort(entryDate)}　{duesKind}　{formatYenDelta(amountYen)}円）
          </AppLink>
        ))}
        <TextLink href={entriesHref(filter)}>明細の一覧で見る</TextLink>
      </p>
      <CheckMarkLine finding={finding} />
    </li>
  )
}
