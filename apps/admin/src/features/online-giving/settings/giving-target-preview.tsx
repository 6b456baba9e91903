import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { TargetChoices, TargetForm } from './giving-target-draft.ts'

/** 寄附する方に見えるもの: the card of a 受付項目, as it is being typed. */
export function GivingTargetPreview({ form, choices }: { form: TargetForm; choices: TargetChoices }) {
  const { kind, title, lead, suggestedYen, allowsMonthly, paymentAccountId, instruction, externalUrl } = form.watch()
  const payee = choices.accounts.find(({ id }) => id === paymentAccountId)?.payeeName ?? ''
  const isElsewhere = kind === 'campaign' && instruction.trim() === ''
  const amounts = suggestedYen.flatMap((text) => {
    const amount = parseAmount(text)
    return amount.ok ? [amount.yen] : []
  })
  return (
    <section aria-labelledby="target-preview" className="rounded-8 border border-line bg-surface-sub p-4">
      <h3 id="target-preview" className="text-[0.875rem] font-bold text-ink-sub">寄附する方に見えるもの</h3>
      <div className="mt-3 rounded-8 border border-line bg-white p-4">
        <p className="text-[1.125rem] font-bold">{title === '' ? '（題名）' : title}</p>
        {lead !== '' && <p className="phrases mt-1.5 whitespace-pre-line">{lead}</p>}
        {isElsewhere ? (
          <p className="mt-3 break-all">共同募金会のページへ：{externalUrl === '' ? '（アドレス）' : externalUrl}</p>
        ) : (
          <>
            {kind === 'dues' && <p className="mt-3">会員種別の金額に、口数を選んで申し込みます。</p>}
            {kind !== 'dues' && (
              <ul className="mt-3 flex flex-wrap gap-2">
                {amounts.map((amount) => <li key={amount} className="figures rounded-8 border border-line px-3 py-1.5">{formatYen(amount)}円</li>)}
                <li className="rounded-8 border border-line px-3 py-1.5">好きな金額</li>
              </ul>
            )}
            {(kind === 'fund' || kind === 'general') && allowsMonthly && <p className="mt-3 text-[0.875rem]">今回だけ ／ 毎月</p>}
            <p className="mt-3 text-[0.875rem] text-ink-sub">受取人：{payee}</p>
          </>
        )}
      </div>
    </section>
  )
}
