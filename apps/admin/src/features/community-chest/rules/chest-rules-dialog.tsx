import { zodResolver } from '@hookform/resolvers/zod'
import {
  type ChestRulesDetails,
  chestRulesDetailsSchema,
  goalSteps,
  rateDecimals,
  rateRoundingNames,
} from '@sasaeai/domain/community-chest/rules/chest-rules-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { roundings } from '@sasaeai/domain/money/rounding'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type ChestRules = RouterOutput['communityChest']['rules']['get']

/** Numbers as a select holds them. */
const typedRulesSchema = z
  .object({ ...chestRulesDetailsSchema.shape, rateDecimals: z.coerce.number<string>(), goalStepYen: z.coerce.number<string>() })
  .pipe(chestRulesDetailsSchema)

/** 共同募金の決まり. It opens when the rules have been read, and anew on what somebody else has saved meanwhile. */
export function ChestRulesDialog({ onClose }: { onClose: () => void }) {
  const rules = useQuery(trpc.communityChest.rules.get.queryOptions())
  if (rules.data === undefined) return null
  return <RulesForm key={rules.data.revision} rules={rules.data} onClose={onClose} onReload={() => void rules.refetch()} />
}

function RulesForm({ rules, ...turns }: DialogTurns & { readonly rules: ChestRules }) {
  const save = useMutation(trpc.communityChest.rules.save.mutationOptions())
  const form = useForm<z.input<typeof typedRulesSchema>, unknown, ChestRulesDetails>({
    resolver: zodResolver(typedRulesSchema),
    defaultValues: { ...rules, rateDecimals: String(rules.rateDecimals), goalStepYen: String(rules.goalStepYen) },
    shouldFocusError: false,
  })
  return (
    <FormDialog title="共同募金の決まり" form={form} save={(details) => save.mutateAsync({ revision: rules.revision, details })} {...turns}>
      {(errorOf) => (
        <>
          <TextField label="共同募金会の名称" requirement="optional" id="prefecturalBody" support="送金先です。帳票に印刷します。例：社会福祉法人 福岡県共同募金会"
            error={errorOf('prefecturalBody')} {...form.register('prefecturalBody')} />
          <TextField label="支会・分会の名称" requirement="optional" id="branchName" support="この社協が共同募金を受け持つときの名前です。"
            error={errorOf('branchName')} {...form.register('branchName')} />
          <SelectField label="率のけた数" requirement="required" id="rateDecimals" support="達成率・前年比・構成比の、小数点より下のけた数です。"
            options={rateDecimals.map((value) => ({ value: String(value), label: value === 0 ? '整数（98%）' : `小数第${value}位` }))}
            error={errorOf('rateDecimals')} {...form.register('rateDecimals')} />
          <SelectField label="率の端数" requirement="required" id="rateRounding"
            options={roundings.map((value) => ({ value, label: rateRoundingNames[value] }))}
            error={errorOf('rateRounding')} {...form.register('rateRounding')} />
          <SelectField label="目標額の単位" requirement="required" id="goalStepYen" support="目標額を地域に按分するときの、ひと刻みです。"
            options={goalSteps.map((value) => ({ value: String(value), label: `${groupDigits(value)}円` }))}
            error={errorOf('goalStepYen')} {...form.register('goalStepYen')} />
        </>
      )}
    </FormDialog>
  )
}
