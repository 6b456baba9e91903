import type { IncomeSheetFigure } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { yearFigureNames } from '@sasaeai/domain/funding-indicator/income/year-figure'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** Chooses the accounts of expense whose postings count to a 基礎数値, in every year. */
export function FigureAccountsDialog({ figure, onClose }: { figure: IncomeSheetFigure; onClose: () => void }) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const save = useMutation(trpc.income.saveFigureAccounts.mutationOptions())
  const run = useRunCommand()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(figure.accountIds))
  const offered = (accounts.data ?? []).filter(({ id, category, isHeading, closedOn }) => category === 'expense' && !isHeading && (closedOn === null || chosen.has(id)))
  const toggle = (accountId: string) => setChosen((before) => new Set(before.has(accountId) ? [...before].filter((each) => each !== accountId) : [...before, accountId]))
  const press = async () => {
    const accountIds = offered.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
    if (await run(() => save.mutateAsync({ figure: figure.figure, accountIds }), { done: '数える科目を保存しました' })) onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void press()} isBusy={save.isPending} confirmLabel="保存する"
      title={`${yearFigureNames[figure.figure]}に数える科目`}>
      <p className="mb-2">選んだ科目に記帳した額が、どの年度でも、入力した額に加えて数えられます。</p>
      <div className="flex flex-col items-start">
        {offered.map(({ id, code, name }) => <CheckboxField key={id} label={`${code} ${name}`} checked={chosen.has(id)} onChange={() => toggle(id)} />)}
      </div>
    </ConfirmDialog>
  )
}
