import { auditActorText, auditReasonText } from '@sasaeai/domain/user/audit-line-words'
import { auditActionName, auditThingName } from '@sasaeai/domain/user/audit-vocabulary'
import { TextLink } from '@sasaeai/ui/text-link'
import { useState } from 'react'
import { z } from 'zod'
import type { RouterOutput } from '../../app/trpc.ts'
import { AuditChange } from './audit-change.tsx'
import { formatInstantFully } from './instant-text.ts'

type AuditLine = RouterOutput['audit']['search']['lines'][number]

/** One event: when, who, what, to whom, why; what changed unfolds. */
export function AuditLineCard({ line }: { line: AuditLine }) {
  const { at, actorName, action, subjectName, reason } = line
  return (
    <li className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[13rem_9rem_minmax(0,1fr)]">
      <time dateTime={at} className="figures text-[0.9375rem] text-ink-sub">{formatInstantFully(at)}</time>
      <span>{auditActorText(actorName)}</span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span>
            <span className="font-bold">{auditActionName(action)}</span>
            {subjectName !== null && subjectName !== actorName && `　${subjectName}さん`}
            {gistOf(line)}
          </span>
          <SubjectLink line={line} />
        </p>
        {reason !== '' && <p className="text-[0.9375rem]">理由：{auditReasonText(reason)}</p>}
        <Change line={line} />
      </div>
    </li>
  )
}

/** The change unfolds; only then are its words looked up. */
function Change({ line: { before, after, action, subjectKind, subjectId } }: { line: AuditLine }) {
  const [isOpen, setOpen] = useState(false)
  if (before === null && after === null) return null
  // An export changes nothing: it tells what was asked for, and has no one subject.
  const isExport = action === 'ledger.export' || action === 'audit_log.export'
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer text-[0.875rem] text-accent">{isExport ? '書き出した条件を見る' : '変わったところを見る'}</summary>
      {isOpen && <AuditChange before={before} after={after} />}
      {!isExport && <p className="mt-1 text-[0.8125rem] break-all text-ink-sub">{auditThingName(subjectKind)}の番号：{subjectId}</p>}
    </details>
  )
}

const gistSchema = z.object({ name: z.string(), amountYen: z.number(), totalYen: z.number(), rows: z.number() }).partial()

/** What tells one event from the next without unfolding it: a name, an amount, or how much was taken. */
function gistOf({ before, after }: AuditLine): string {
  const { name, amountYen, totalYen, rows } = gistSchema.safeParse(after ?? before).data ?? {}
  const yen = amountYen ?? totalYen
  const [money, taken] = [worded(yen, '円'), worded(rows, '件')]
  return [name, money, taken].filter(Boolean).map((word) => `　${word}`).join('')
}

function worded(figure: number | undefined, unit: string): string | undefined {
  return figure === undefined ? undefined : `${figure.toLocaleString('ja-JP')}${unit}`
}

const subjectIdSchema = z.uuid()

const pageOfKind: Readonly<Record<string, string>> = {
  journal_entry: '/admin/entries',
  intake_batch: '/admin/intake',
  supporter: '/admin/supporters',
}

function SubjectLink({ line: { subjectKind, subjectId, action } }: { line: AuditLine }) {
  const page = pageOfKind[subjectKind]
  // What was deleted leads nowhere, and an act on many has no page of its own.
  if (page === undefined || action.endsWith('.delete') || !subjectIdSchema.safeParse(subjectId).success) return null
  return <TextLink href={`${page}/${subjectId}`}>{auditThingName(subjectKind)}を開く</TextLink>
}
