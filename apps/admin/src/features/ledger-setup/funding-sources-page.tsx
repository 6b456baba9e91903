import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { PageHeader } from '@sasaeai/ui/page-header'
import { Tabs } from '@sasaeai/ui/tabs'
import { useMutation, useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'
import { FundingSourceDialog } from './funding-source-dialog.tsx'
import { FundingTargets } from './funding-targets.tsx'

/** 財源と目標額 */
export function FundingSourcesPage() {
  return (
    <>
      <PageHeader title="財源と目標額" />
      <Tabs
        label="財源と目標額"
        items={[
          { id: 'sources', label: '財源', content: <FundingSources /> },
          { id: 'targets', label: '目標額', content: <FundingTargets /> },
        ]}
      />
    </>
  )
}

const categoryHelp = (
  <HelpTip term="区分">財源ダッシュボードや自主財源比率で、同じ種類としてまとめる分け方です。名称を変えても、区分が同じなら前の年度と比べられます。</HelpTip>
)

function FundingSources() {
  const write = useMutation(trpc.ledgerSetup.source.export.mutationOptions())
  const close = useMutation(trpc.ledgerSetup.source.close.mutationOptions())
  const reopen = useMutation(trpc.ledgerSetup.source.reopen.mutationOptions())
  const remove = useMutation(trpc.ledgerSetup.source.remove.mutationOptions())
  return (
    <GroundItemPage
      title="財源"
      level={2}
      noun="財源"
      description="受け入れるお金の種類です。財源ごとに、受付のときに記帳する科目が決まります。"
      items={useQuery(trpc.ledgerSetup.source.list.queryOptions())}
      columns={[
        { id: 'category', header: '区分', help: categoryHelp, cell: (source) => fundingCategoryNames[source.category] },
        { id: 'account', header: '記帳する科目', cell: (source) => source.accountName },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(source, turns) => <FundingSourceDialog source={source} {...turns} />}
    />
  )
}
