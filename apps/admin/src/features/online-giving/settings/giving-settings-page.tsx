import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Tabs } from '@sasaeai/ui/tabs'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { GivingRulesForm } from './giving-rules-form.tsx'
import { GivingRulesSummary } from './giving-rules-summary.tsx'
import { GivingTexts } from './giving-texts.tsx'

export type GivingSettings = NonNullable<RouterOutput['onlineGiving']['settings']['read']>

/** 受付の設定 */
export function GivingSettingsPage() {
  const settings = useQuery(trpc.onlineGiving.settings.read.queryOptions())
  const reload = () => void settings.refetch()
  return (
    <>
      <PageHeader
        title="オンライン寄附の受付の設定"
        status={settings.data && <StatusChip tone={settings.data.details.isOpen ? 'success' : 'warning'}>{settings.data.details.isOpen ? '受付中' : '受付を止めています'}</StatusChip>}
        description="公開の寄附ページでの受け付け方と、ページに載せる文です。"
      />
      {settings.isError && settings.data === undefined && <PageError reset={reload} />}
      {settings.isPending && <LoadingSkeleton lines={10} />}
      {settings.data && (
        <>
          <Warnings settings={settings.data} />
          <Tabs
            label="受付の設定"
            items={[
              { id: 'rules', label: '受付の決まり', content: <Rules settings={settings.data} onReload={reload} /> },
              { id: 'texts', label: '公開ページの文', content: <GivingTexts settings={settings.data} onReload={reload} /> },
            ]}
          />
        </>
      )}
    </>
  )
}

interface PartProps {
  readonly settings: GivingSettings
  readonly onReload: () => void
}

function Rules({ settings, onReload }: PartProps) {
  const mayManage = useMayDo('giving.manage')
  if (!mayManage) return <GivingRulesSummary details={settings.details} />
  return <GivingRulesForm key={settings.revision} details={settings.details} revision={settings.revision} onReload={onReload} />
}

/** What keeps givers from giving, whatever is set below. */
function Warnings({ settings: { openTargets, hasGateway } }: Pick<PartProps, 'settings'>) {
  if (openTargets === 0) {
    return (
      <NoticeBanner tone="warning" title="受付項目がまだありません" className="mb-6 print-hidden" action={<AppLink to="/online-giving/targets">受付項目をつくる</AppLink>}>
        受付項目ができるまで、公開ページでは寄附を受け付けません。
      </NoticeBanner>
    )
  }
  if (hasGateway) return null
  return (
    <NoticeBanner tone="warning" title="決済会社の鍵が、このサーバーに設定されていません" className="mb-6 print-hidden" action={<AppLink to="/online-giving/accounts">支払いの受け口を見る</AppLink>}>
      鍵を設定するまで、公開ページではオンラインの寄附を受け付けず、ほかの寄附のしかたをご案内します。
    </NoticeBanner>
  )
}
