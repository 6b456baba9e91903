import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { CampaignDialog } from './campaign-dialog.tsx'

const custodyHelp = (
  <HelpTip term="預り金">都道府県の共同募金会に送金するまで預かっているお金です。社協の収入にはなりません。</HelpTip>
)

/** 運動: the drives of a fiscal year. */
export function CampaignsPage() {
  const year = useFiscalYearInView()
  const campaigns = useQuery(trpc.communityChest.campaign.list.queryOptions())
  const close = useMutation(trpc.communityChest.campaign.close.mutationOptions())
  const reopen = useMutation(trpc.communityChest.campaign.reopen.mutationOptions())
  const remove = useMutation(trpc.communityChest.campaign.remove.mutationOptions())
  return (
    <GroundItemPage
      title={`${formatFiscalYear(year)}の運動`}
      noun="運動"
      description="赤い羽根共同募金や歳末たすけあいなど、年度ごとの運動です。集めたお金は送金するまで預り金として記帳されます。"
      items={{ ...campaigns, data: campaigns.data?.filter((campaign) => campaign.fiscalYear === year) }}
      columns={[
        { id: 'drive', header: '種類', cell: (campaign) => driveKindNames[campaign.drive] },
        { id: 'window', header: '期間', cell: windowOf },
        { id: 'custody', header: '預り金の科目', help: custodyHelp, cell: (campaign) => campaign.custodyAccountName },
      ]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(campaign, turns) => <CampaignDialog campaign={campaign} year={year} {...turns} />}
    />
  )
}

function windowOf({ opensOn, closesOn }: CampaignDetails): string {
  return `${formatLocalDateShort(opensOn)}〜${formatLocalDateShort(closesOn)}`
}
