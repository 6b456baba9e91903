import { zodResolver } from '@hookform/resolvers/zod'
import type { AppRouter } from '@sasaeai/api'
import { type BookableAccount, mayBeSpentOn, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { type DuesRulesDetails, duesRulesDetailsSchema } from '@sasaeai/domain/membership-dues/terms/dues-rules-input'
import { shareBackSteps, shareBackStepText } from '@sasaeai/domain/membership-dues/share-back/share-back-step'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

type Outputs = inferRouterOutputs<AppRouter>

export type DuesRulesRow = Outputs['membershipDues']['rules']['get']

interface DuesRulesDialogProps extends DialogTurns {
  /** The rules as they were when the dialog opened: their revision goes with what is saved. */
  readonly rules: DuesRulesRow
  readonly types: Outputs['area']['types']
  readonly accounts: Outputs['ledgerSetup']['account']['list']
}

/** A choice as a select holds it: an empty text where nothing is chosen. */
const chosen = z.string().transform((text) => (text === '' ? null : text))

const typedRulesSchema = z
  .object({
    shareBackAreaTypeId: chosen,
    shareBackExpenseAccountId: chosen,
    shareBackCashAccountId: chosen,
    shareBackStepYen: z.coerce.number<string>(),
  })
  .pipe(duesRulesDetailsSchema)

/** Changes 還元金の決まり. */
export function DuesRulesDialog({ rules, types, accounts, ...turns }: DuesRulesDialogProps) {
  const save = useMutation(trpc.membershipDues.rules.save.mutationOptions())
  const form = useForm<z.input<typeof typedRulesSchema>, unknown, DuesRulesDetails>({
    resolver: zodResolver(typedRulesSchema),
    defaultValues: {
      shareBackAreaTypeId: rules.shareBackAreaTypeId ?? '',
      shareBackExpenseAccountId: rules.shareBackExpenseAccountId ?? '',
      shareBackCashAccountId: rules.shareBackCashAccountId ?? '',
      shareBackStepYen: String(rules.shareBackStepYen),
    },
    shouldFocusError: false,
  })
  const optionsOf = (mayBeUsed: (account: BookableAccount) => boolean) =>
    accounts.filter(mayBeUsed).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  return (
    <FormDialog title="還元金の決まり" form={form} save={(details) => save.mutateAsync({ revision: rules.revision, details })} {...turns}>
      {(errorOf) => (
        <>
          <SelectField label="渡す先" requirement="optional" id="shareBackAreaTypeId" emptyLabel="まだ決めていない"
            support="還元金を受け取る地域の種類です。地区社協に渡すなら校区、自治会に渡すなら自治会です。"
            options={types.map(({ areaTypeId, name }) => ({ value: areaTypeId, label: name }))}
            error={errorOf('shareBackAreaTypeId')} {...form.register('shareBackAreaTypeId')} />
          <SelectField label="支出の科目" requirement="optional" id="shareBackExpenseAccountId" emptyLabel="まだ決めていない" width="long"
            support="会費収入から差し引かず、支出として記帳します。例：助成金支出" options={optionsOf(mayBeSpentOn)}
            error={errorOf('shareBackExpenseAccountId')} {...form.register('shareBackExpenseAccountId')} />
          <SelectField label="支払う口座" requirement="optional" id="shareBackCashAccountId" emptyLabel="まだ決めていない" width="long"
            options={optionsOf(mayPayOut)} error={errorOf('shareBackCashAccountId')} {...form.register('shareBackCashAccountId')} />
          <SelectField label="端数" requirement="required" id="shareBackStepYen" support="計算した額を、この単位で切り捨てます。"
            options={shareBackSteps.map((step) => ({ value: String(step), label: shareBackStepText(step) }))}
            error={errorOf('shareBackStepYen')} {...form.register('shareBackStepYen')} />
        </>
      )}
    </FormDialog>
  )
}
