import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedPublicationSchema, withdrawalReasonSchema } from '@sasaeai/domain/community-chest/result/publication-input'
import type { CampaignPublicationId } from '@sasaeai/domain/ids'
import { DateField } from '@sasaeai/ui/date-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { TextLink } from '@sasaeai/ui/text-link'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { CampaignToPublish } from './publications-page.tsx'

interface PublicationDialogProps {
  readonly campaign: CampaignToPublish
  readonly onClose: () => void
}

/** 公表: asks for the day up to which the result counts, which is the day of publication. */
export function PublishDialog({ campaign, onClose }: PublicationDialogProps) {
  const publish = useMutation(trpc.communityChest.result.publication.publish.mutationOptions())
  const form = useForm({
    resolver: zodResolver(typedPublicationSchema({ today: today() })),
    defaultValues: { publishedOn: formatLocalDateShort(today()) },
    shouldFocusError: false,
  })
  const { campaignId, name, state, closesOn } = campaign
  return (
    <FormDialog
      title={`${name}の結果を公表する`}
      form={form}
      saveLabel="公表する"
      done={`${name}の結果を公表しました`}
      save={(typed) => publish.mutateAsync({ ...typed, campaignId })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          {state === 'collecting' && (
            <NoticeBanner tone="warning" title="運動期間が終わっていません">
              {`${formatLocalDate(closesOn)}まで続く運動です。いま公表すると、公表日までの途中の結果になります。`}
            </NoticeBanner>
          )}
          <p>
            公表日までの目標額・実績額・方法別の内訳を、そのまま残します。あとで直すときは、取り下げてから公表し直します。先に
            <TextLink href={`/admin/chest/results?campaign=${campaignId}`}>募金実績</TextLink>
            で確かめてください。
          </p>
          <DateField label="公表日" requirement="required" id="publishedOn" read={readTypedDate} support="この日までの実績を公表します。"
            error={errorOf('publishedOn')} defaultValue={formatLocalDateShort(today())} {...form.register('publishedOn')} />
        </>
      )}
    </FormDialog>
  )
}

/** 取り下げ: asks for the reason, which stays in the audit log. */
export function WithdrawDialog({ campaign, publicationId, onClose }: PublicationDialogProps & { publicationId: CampaignPublicationId }) {
  const withdraw = useMutation(trpc.communityChest.result.publication.withdraw.mutationOptions())
  const form = useForm({ resolver: zodResolver(withdrawalReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <FormDialog
      title={`${campaign.name}の公表を取り下げる`}
      form={form}
      saveLabel="取り下げる"
      done={`${campaign.name}の公表を取り下げました`}
      save={({ reason }) => withdraw.mutateAsync({ publicationId, reason })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>公開のデータから外れます。公表した内容は「取り下げ」として残り、新しく公表し直せます。</p>
          <TextField label="取り下げる理由" requirement="required" id="reason" support="監査ログに残ります。例：街頭募金の1件が入っていなかったため"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
