import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type CampaignDetails, campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { driveKindNames, driveKinds } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { CampaignId } from '@sasaeai/domain/ids'
import { mayHoldCustody } from '@sasaeai/domain/ledger/ledger-account-details'
import { DateField } from '@sasaeai/ui/date-field'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

interface CampaignDialogProps extends DialogTurns {
  readonly campaign: (CampaignDetails & { readonly id: CampaignId; readonly revision: number }) | null
  readonly year: FiscalYear
}

function typedSchemaFor(year: FiscalYear) {
  const typedDate = typedDateSchema({ today: today(), fiscalYear: year })
  return campaignDetailsSchema.safeExtend({ opensOn: typedDate, closesOn: typedDate })
}

/** Adds a drive to a fiscal year, or edits one. */
export function CampaignDialog({ campaign, year, ...turns }: CampaignDialogProps) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const save = useMutation(trpc.communityChest.campaign.save.mutationOptions())
  const typed = {
    opensOn: campaign === null ? '' : formatLocalDateShort(campaign.opensOn),
    closesOn: campaign === null ? '' : formatLocalDateShort(campaign.closesOn),
  }
  const form = useForm<z.input<ReturnType<typeof typedSchemaFor>>, unknown, CampaignDetails>({
    resolver: zodResolver(typedSchemaFor(year)),
    defaultValues: { drive: 'other', ...campaign, ...typed, fiscalYear: year },
    shouldFocusError: false,
  })
  const readDate = (text: string) => readTypedDate(text, { today: today(), fiscalYear: year })
  const custodyAccounts = (accounts.data ?? []).filter(mayHoldCustody)
  return (
    <FormDialog
      title={`${formatFiscalYear(year)}の運動の${campaign === null ? '追加' : '編集'}`}
      form={form}
      save={(details) => save.mutateAsync({ id: campaign?.id ?? null, revision: campaign?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：3"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="種類" requirement="required" id="drive" error={errorOf('drive')}
            options={driveKinds.map((value) => ({ value, label: driveKindNames[value] }))} {...form.register('drive')} />
          <DateField label="開始日" requirement="required" id="opensOn" support="例：R8.10.1、10/1" defaultValue={typed.opensOn}
            read={readDate} error={errorOf('opensOn')} {...form.register('opensOn')} />
          <DateField label="終了日" requirement="required" id="closesOn" support="例：R8.12.31、12/31" defaultValue={typed.closesOn}
            read={readDate} error={errorOf('closesOn')} {...form.register('closesOn')} />
          <SelectField label="預り金の科目" requirement="required" id="custodyAccountId" emptyLabel="選択してください"
            key={custodyAccounts.length} defaultValue={campaign?.custodyAccountId ?? ''}
            help={<HelpTip term="預り金">共同募金会に送金するまで預かっているお金です。社協の収入にはなりません。</HelpTip>}
            options={custodyAccounts.map((account) => ({ value: account.id, label: `${account.code} ${account.name}` }))}
            error={errorOf('custodyAccountId')} {...form.register('custodyAccountId')} />
        </>
      )}
    </FormDialog>
  )
}
