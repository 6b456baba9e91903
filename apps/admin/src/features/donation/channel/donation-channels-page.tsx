import { zodResolver } from '@hookform/resolvers/zod'
import { type DonationChannelDetails, donationChannelDetailsSchema } from '@sasaeai/domain/donation/channel/donation-channel-details'
import type { DonationChannelId } from '@sasaeai/domain/ids'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

/** 寄附のきっかけ: by which channels givers come to the council. */
export function DonationChannelsPage() {
  const write = useMutation(trpc.donation.channel.export.mutationOptions())
  const close = useMutation(trpc.donation.channel.close.mutationOptions())
  const reopen = useMutation(trpc.donation.channel.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.channel.remove.mutationOptions())
  return (
    <GroundItemPage
      title="寄附のきっかけ"
      noun="きっかけ"
      description="何を見聞きして寄附してくださったのかを選ぶための一覧です。広報の効きめを見るのに使います。"
      items={useQuery(trpc.donation.channel.list.queryOptions())}
      columns={[]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(channel, turns) => <ChannelDialog channel={channel} {...turns} />}
    />
  )
}

interface ChannelDialogProps extends DialogTurns {
  readonly channel: (DonationChannelDetails & { readonly id: DonationChannelId; readonly revision: number }) | null
}

function ChannelDialog({ channel, ...turns }: ChannelDialogProps) {
  const save = useMutation(trpc.donation.channel.save.mutationOptions())
  const form = useForm<DonationChannelDetails, unknown, DonationChannelDetails>({
    resolver: zodResolver(donationChannelDetailsSchema),
    defaultValues: channel ?? {},
    shouldFocusError: false,
  })
  return (
    <FormDialog title={channel === null ? 'きっかけの追加' : 'きっかけの編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: channel?.id ?? null, revision: channel?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
        </>
      )}
    </FormDialog>
  )
}
