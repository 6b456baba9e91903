import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { IncomeLineDialog } from './income-line-dialog.tsx'

const sourcesHelp = (
  <HelpTip term="帳簿の財源">ここに入れた財源のお金は、受付や記帳をしたときに、自動でこの区分の決算に数えられます。どの区分にも入っていない財源は「区分のない財源」として表に出ます。</HelpTip>
)

/** 収入の区分: the lines of the whole income, in the order in which they are printed. */
export function IncomeLinesPage() {
  const { line } = trpc.income
  const lines = useQuery(line.list.queryOptions())
  const write = useMutation(line.export.mutationOptions())
  const close = useMutation(line.close.mutationOptions())
  const reopen = useMutation(line.reopen.mutationOptions())
  const remove = useMutation(line.remove.mutationOptions())
  return (
    <GroundItemPage
      title="収入の区分"
      noun="区分"
      permission="indicator.manage"
      description="財源の構成で使う区分です。会計ソフトなどほかの帳簿にある収入も、ここに区分をつくると、年額を入れて全体の構成比を見られます。"
      items={lines}
      empty={<NoLines />}
      columns={[
        { id: 'category', header: '種類', cell: (row) => incomeCategoryNames[row.category] },
        { id: 'sources', header: '帳簿の財源', help: sourcesHelp, cell: (row) => (row.sourceNames.length === 0 ? '（帳簿のほかの年額だけ）' : row.sourceNames.join('、')) },
        { id: 'order', header: '並び順', align: 'end', isWideOnly: true, cell: (row) => row.displayOrder },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(row, turns) => <IncomeLineDialog line={row} lines={lines.data ?? []} {...turns} />}
    />
  )
}

/** A council that was set up before there were lines begins with those that most councils print. */
function NoLines() {
  return (
    <EmptyState title="収入の区分はまだありません" action={<LayStandardLines />}>
      会費・配分金・寄附金・補助金・受託金・介護保険サービスなど、多くの社協が使う区分を、今の財源と結びつけてつくれます。あとから直せます。
    </EmptyState>
  )
}

/** 標準の区分をつくる, for who may. */
export function LayStandardLines() {
  const run = useRunCommand()
  const mayManage = useMayDo('indicator.manage')
  const lay = useMutation(trpc.income.line.layStandard.mutationOptions())
  if (!mayManage) return null
  return (
    <Button variant="primary" isBusy={lay.isPending} busyLabel="つくっています" onClick={() => void run(() => lay.mutateAsync(), { done: '標準の区分をつくりました' })}>
      標準の区分をつくる
    </Button>
  )
}
