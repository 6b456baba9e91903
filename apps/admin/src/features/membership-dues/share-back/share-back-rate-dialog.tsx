import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { areaIdSchema, duesKindIdSchema } from '@sasaeai/domain/id-schemas'
import { typedBasisPoints } from '@sasaeai/domain/membership-dues/terms/typed-dues-terms'
import { formatBasisPoints, percentText } from '@sasaeai/domain/money/basis-points'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { areaLookup } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { DuesKindRow } from '../terms/dues-terms-columns.tsx'
import type { ShareBackRateRow } from './share-back-rates.tsx'

const typedRateSchema = z.object({
  duesKindId: duesKindIdSchema,
  areaId: z.string().min(1, '地域を選んでください。例：日吉校区').pipe(areaIdSchema),
  basisPoints: z.string().min(1, '還元率を入力してください。例：40').pipe(typedBasisPoints),
})

interface ShareBackRateDialogProps {
  /** Null for a new rate. */
  readonly rate: ShareBackRateRow | null
  readonly kinds: readonly DuesKindRow[]
  readonly year: FiscalYear
  readonly onClose: () => void
}

/** Gives an area a rate of its own, or changes it. Of a rate that stands, kind and area stay. */
export function ShareBackRateDialog({ rate, kinds, year, onClose }: ShareBackRateDialogProps) {
  const save = useMutation(trpc.membershipDues.rates.save.mutationOptions())
  const form = useForm<z.input<typeof typedRateSchema>, unknown, z.output<typeof typedRateSchema>>({
    resolver: zodResolver(typedRateSchema),
    defaultValues: {
      duesKindId: rate?.duesKindId ?? kinds[0]?.id ?? '',
      areaId: rate?.areaId ?? '',
      basisPoints: rate === null ? '' : percentText(rate.basisPoints),
    },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={rate === null ? `${formatFiscalYear(year)}の地域の還元率の追加` : `${rate.areaName}（${rate.kindName}）の還元率`}
      form={form}
      save={(details) => save.mutateAsync({ fiscalYear: year, ...details })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          {rate === null && (
            <>
              <SelectField label="会員種別" requirement="required" id="duesKindId" error={errorOf('duesKindId')} options={kinds.map(optionOf)}
                {...form.register('duesKindId')} />
              <AreaChoice error={errorOf('areaId')} onChange={(option) => form.setValue('areaId', option?.id ?? '')} />
            </>
          )}
          <TextField label="還元率" requirement="required" id="basisPoints" width="short" unit="%" inputMode="decimal" support="例：40、33.5"
            error={errorOf('basisPoints')} {...form.register('basisPoints')} />
        </>
      )}
    </FormDialog>
  )
}

function optionOf({ id, name, terms }: DuesKindRow) {
  return { value: id, label: terms === null ? name : `${name}（${formatBasisPoints(terms.shareBackBasisPoints)}）` }
}

function AreaChoice({ error, onChange }: { error: string | undefined; onChange: (option: ComboBoxOption | null) => void }) {
  const ground = useGround()
  const [area, setArea] = useState<ComboBoxOption | null>(null)
  const load = useMemo(() => areaLookup(ground.data ?? { areas: new Map() }, { withClosed: false }), [ground.data])
  return (
    <ComboBoxField label="地域" requirement="required" id="areaId" support="番号・名前・読みで探せます。" width="medium" value={area} load={load} error={error}
      onChange={(option) => {
        setArea(option)
        onChange(option)
      }} />
  )
}
