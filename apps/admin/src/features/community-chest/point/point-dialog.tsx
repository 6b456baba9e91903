import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CollectionPointDetails, typedCollectionPointSchema } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { type CollectionPointKind, collectionPointKindNames } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { id } from '@sasaeai/domain/ids'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { findAreas } from '../../area/find-areas.ts'
import { campaignOptions, lookupSupporters } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { CollectionPoint } from './count-head-fields.tsx'

type PointDraft = z.input<ReturnType<typeof typedCollectionPointSchema>>
type PointForm = UseFormReturn<PointDraft, unknown, CollectionPointDetails>

interface PointDialogProps extends DialogTurns {
  /** Null for a new one of that kind. */
  readonly point: CollectionPoint | null
  readonly kind: CollectionPointKind
}

/** Adds a box, a shop, a product or an occasion in the street, or changes it. */
export function PointDialog({ point, kind, ...turns }: PointDialogProps) {
  const save = useMutation(trpc.communityChest.point.save.mutationOptions())
  const context = { today: useToday() }
  const form: PointForm = useForm<PointDraft, unknown, CollectionPointDetails>({
    resolver: zodResolver(typedCollectionPointSchema(context)),
    defaultValues: draftOf(point, kind),
    shouldFocusError: false,
  })
  const { register } = form
  const isStreet = kind === 'street'
  return (
    <FormDialog
      title={`${collectionPointKindNames[kind]}の${point === null ? '追加' : '編集'}`}
      form={form}
      save={(details) => save.mutateAsync({ id: point?.pointId ?? null, revision: point?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="番号" requirement="required" id="code" width="short" support={`${collectionPointKindNames[kind]}ごとの番号です。例：12`} error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" support={exampleOf[kind]} error={errorOf('name')} {...register('name')} />
          {isStreet && <CampaignField form={form} errorOf={errorOf} />}
          <TextField label="場所" requirement="optional" id="place" error={errorOf('place')} {...register('place')} />
          <DateField label={isStreet ? '実施日' : '設置・開始の日'} requirement="optional" id="startsOn" read={(text) => readTypedDate(text, context)}
            defaultValue={form.formState.defaultValues?.startsOn ?? ''} error={errorOf('startsOn')} {...register('startsOn')} />
          <PlaceFields form={form} errorOf={errorOf} point={point} isStreet={isStreet} />
          <TextField label={isStreet ? '参加者' : '担当'} requirement="optional" id="staff" error={errorOf('staff')} {...register('staff')} />
          <TextField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

const exampleOf: Record<CollectionPointKind, string> = {
  box: '例：市役所1階ロビー',
  street: '例：駅前街頭募金',
  partner_shop: '例：ささえ商店',
  charity_product: '例：赤い羽根どら焼き',
}

function CampaignField({ form: { register }, errorOf }: { form: PointForm; errorOf: ErrorOf }) {
  const ground = useGround()
  const campaigns = new Map([...(ground.data?.campaigns ?? [])].filter(([, { isClosed }]) => !isClosed))
  return (
    <SelectField key={campaigns.size} label="運動" requirement="required" id="campaignId" emptyLabel="選んでください" options={campaignOptions({ campaigns })}
      error={errorOf('campaignId')} {...register('campaignId')} />
  )
}

function PlaceFields({ form, errorOf, point, isStreet }: { form: PointForm; errorOf: ErrorOf; point: CollectionPoint | null; isStreet: boolean }) {
  const [area, setArea] = useState(optionOf(point?.areaId, point?.areaName))
  const [supporter, setSupporter] = useState(optionOf(point?.supporterId, point?.supporterName))
  return (
    <>
      <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" support="コード、名称、よみで探せます。" value={area} load={findAreas} error={errorOf('areaId')}
        onChange={(option) => {
          setArea(option)
          form.setValue('areaId', option === null ? null : id<'AreaId'>(option.id))
        }} />
      {!isStreet && (
        <ComboBoxField label="協力者" requirement="optional" id="supporterId" width="medium" support="店や会社を、支援者の番号・名前・よみで探せます。" value={supporter}
          load={lookupSupporters} error={errorOf('supporterId')}
          onChange={(option) => {
            setSupporter(option)
            form.setValue('supporterId', option === null ? null : id<'SupporterId'>(option.id))
          }} />
      )}
    </>
  )
}

function optionOf(optionId: string | null | undefined, label: string | null | undefined): ComboBoxOption | null {
  return optionId == null ? null : { id: optionId, label: label ?? '' }
}

function draftOf(point: CollectionPoint | null, kind: CollectionPointKind): PointDraft {
  if (point === null) return { kind, code: '', name: '', startsOn: '', campaignId: '' }
  const { code, name, place, areaId, supporterId, campaignId, startsOn, staff, note } = point
  return { kind, code, name, place, areaId, supporterId, campaignId: campaignId ?? '', startsOn: startsOn === null ? '' : formatLocalDateShort(startsOn), staff, note }
}
