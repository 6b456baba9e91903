import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatYen } from '@sasaeai/domain/money/yen'
import { givingTargetKindNames } from '@sasaeai/domain/online-giving/settings/giving-target-kind'
import { givingTargetPath } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { type GivingTargetState, givingTargetStateNames } from '@sasaeai/domain/online-giving/settings/giving-target-state'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { GivingTargetDialog } from './giving-target-dialog.tsx'

export type GivingTarget = RouterOutput['onlineGiving']['settings']['target']['list'][number]

/** With what a list of ground data calls its rows by. */
const asItem = (target: GivingTarget) => ({ ...target, code: target.slug, name: target.title })

/** 受付項目: what can be given to online, in the order of the site. */
export function GivingTargetsPage() {
  const { target } = trpc.onlineGiving.settings
  const targets = useQuery({ ...target.list.queryOptions(), select: (rows) => rows.map(asItem) })
  const choices = useQuery(target.choices.queryOptions())
  const close = useMutation(target.close.mutationOptions())
  const reopen = useMutation(target.reopen.mutationOptions())
  const remove = useMutation(target.remove.mutationOptions())
  const write = useMutation(target.export.mutationOptions())
  return (
    <GroundItemPage
      title="受付項目"
      noun="受付項目"
      permission="giving.manage"
      headings={{ code: 'アドレス', name: '題名' }}
      description="公開の寄附ページで選べるものです。ページにはこの順に並びます。共同募金・歳末は、共同募金会の指示の文書があるときだけ、ここで受け付けられます。"
      items={targets}
      moreActions={<ExportChoice subject="受付項目" write={(format) => write.mutateAsync({ format })} />}
      empty={<NoTargets />}
      columns={[
        { id: 'state', header: '状態', cell: (row) => <TargetState target={row} /> },
        { id: 'subject', header: '記帳先', cell: (row) => <Subject target={row} /> },
        { id: 'amounts', header: '金額のボタン', isWideOnly: true, cell: (row) => <Amounts target={row} /> },
        { id: 'page', header: '公開ページ', isActs: true, cell: (row) => row.closedOn === null && <PublicPage target={row} /> },
      ]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(row, turns) => choices.data && <GivingTargetDialog target={row} choices={choices.data} nextSequence={nextSequence(targets.data ?? [])} {...turns} />}
    />
  )
}

const stateTones: Record<GivingTargetState, ChipTone> = { open: 'success', not_yet: 'accent', over: 'neutral', elsewhere: 'neutral', closed: 'neutral' }

function TargetState({ target: { state, opensOn, closesOn } }: { target: GivingTarget }) {
  const day = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  return (
    <>
      <StatusChip tone={stateTones[state]}>{givingTargetStateNames[state]}</StatusChip>
      {(opensOn !== null || closesOn !== null) && <span className="figures block text-[0.8125rem] text-ink-sub">{day(opensOn)}〜{day(closesOn)}</span>}
    </>
  )
}

/** What the money is booked for, of which kind that is, and whose it becomes. */
function Subject({ target: { kind, subjectName, fundingSourceName, account } }: { target: GivingTarget }) {
  return (
    <>
      {subjectName === '' ? fundingSourceName : subjectName}
      <span className="block text-[0.8125rem] text-ink-sub">{`${givingTargetKindNames[kind]}・${account.name}`}</span>
    </>
  )
}

function PublicPage({ target: { slug, title } }: { target: GivingTarget }) {
  return (
    <span className="-ml-3 sm:-my-1.5">
      <LinkButton variant="quiet" size="small" icon="external" className="whitespace-nowrap" href={givingTargetPath(slug)} target="_blank" rel="noreferrer" aria-label={`${title}の公開ページを開く`}>開く</LinkButton>
    </span>
  )
}

/** 「1,000〜10,000円」, from the smallest button to the greatest. */
function Amounts({ target: { suggestedYen, allowsMonthly } }: { target: GivingTarget }) {
  const [first, ...more] = suggestedYen.toSorted((one, other) => one - other)
  const last = more.at(-1) ?? first
  return (
    <>
      <span className="figures whitespace-nowrap">{first === undefined || last === undefined ? '—' : `${formatYen(first)}${first === last ? '' : `〜${formatYen(last)}`}円`}</span>
      {allowsMonthly && <span className="block text-[0.8125rem] text-ink-sub">毎月も</span>}
    </>
  )
}

function nextSequence(targets: readonly GivingTarget[]): number {
  return Math.max(0, ...targets.map(({ sequence }) => sequence)) + 10
}

/** A council that was set up before there was online giving begins with what most councils take. */
function NoTargets() {
  const run = useRunCommand()
  const mayManage = useMayDo('giving.manage')
  const lay = useMutation(trpc.onlineGiving.settings.target.layStandard.mutationOptions())
  const action = mayManage && (
    <Button variant="primary" isBusy={lay.isPending} onClick={() => void run(() => lay.mutateAsync(), { done: '標準の受付項目をつくりました' })}>
      標準の受付項目をつくる
    </Button>
  )
  return (
    <EmptyState title="受付項目はまだありません" action={action || undefined}>
      社協の活動全体、使途の指定がある使途・基金、個人と法人の会費を、今の基礎データからつくれます。あとから直せます。
    </EmptyState>
  )
}
