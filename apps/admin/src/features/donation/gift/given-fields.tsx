import { fieldOfShare, remainderOfShares } from '@sasaeai/domain/donation/gift/typed-gift'
import type { GroundAccount } from '@sasaeai/domain/ledger/ground-data'
import { formatYen, formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'
import type { GiftFieldsProps } from './gift-fields-props.ts'

/** What is given: an amount with its purposes, or goods at their fair value. */
export function GivenFields(props: GiftFieldsProps) {
  const { ground, typed, onChange, errorOf } = props
  const isGoods = typed.kind === 'in_kind'
  const sources = new Map([...ground.sources].filter(([, { category }]) => category === 'donation'))
  return (
    <>
      {isGoods && (
        <TextField label="品名・数量" requirement="required" id="goods" support="例：車いす 2台。その日に使う食品は記帳しません（善意銀行のフードドライブで受け付けます）。"
          defaultValue={typed.goods} error={errorOf('goods')} onChange={(event) => onChange({ goods: event.currentTarget.value })} />
      )}
      <AmountField label={isGoods ? '時価' : '金額'} requirement="required" id="amountYen" read={readTypedAmount} autoComplete="off"
        support={isGoods ? 'いま買うとしたらいくらか、で決めます。' : undefined} defaultValue={typed.amountYen} error={errorOf('amountYen')}
        onChange={(event) => onChange({ amountYen: event.currentTarget.value })} />
      {isGoods ? (
        <SelectField label="使いみちの科目" requirement="required" id="expenseAccountId" emptyLabel="選んでください" value={typed.expenseAccountId}
          options={usableOptions(accountsOf(ground, ({ category }) => category === 'expense'))} error={errorOf('expenseAccountId')}
          onChange={(event) => onChange({ expenseAccountId: event.currentTarget.value })} />
      ) : (
        <SelectField label="入金先" requirement="required" id="cashAccountId" emptyLabel="選んでください" value={typed.cashAccountId}
          options={usableOptions(accountsOf(ground, ({ category }) => category === 'asset'))} error={errorOf('cashAccountId')}
          onChange={(event) => onChange({ cashAccountId: event.currentTarget.value })} />
      )}
      {sources.size > 1 && (
        <SelectField label="財源" requirement="required" id="fundingSourceId" emptyLabel="選んでください" value={typed.fundingSourceId} options={usableOptions(sources)}
          error={errorOf('fundingSourceId')} onChange={(event) => onChange({ fundingSourceId: event.currentTarget.value })} />
      )}
      <Shares {...props} />
    </>
  )
}

function accountsOf({ accounts }: LedgerGround, isWanted: (account: GroundAccount) => boolean): Map<string, GroundAccount> {
  return new Map([...accounts].filter(([, account]) => !account.isHeading && account.book === 'council' && isWanted(account)))
}

/** 使いみち: one gets everything; of several each has its amount, and what is left over is said until it is nothing. */
function Shares({ ground, typed, onChange, errorOf }: GiftFieldsProps) {
  const { shares } = typed
  const isSplit = shares.length > 1
  const change = (place: number, part: Partial<(typeof shares)[number]>) =>
    onChange({ shares: shares.map((share, each) => (each === place ? { ...share, ...part } : share)) })
  const rest = remainderOfShares(typed)
  const add = () => onChange({ shares: [...shares, { fundId: '', amountYen: isSplit && rest !== null && rest > 0 ? formatYen(rest) : '' }] })
  const drop = (place: number) => onChange({ shares: shares.filter((_, each) => each !== place) })
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">使いみち</legend>
      {shares.map((share, place) => (
        <div key={`${place}-${shares.length}`} className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <SelectField label={isSplit ? `使いみち ${place + 1}` : '使いみち'} requirement={typed.kind === 'designated' ? 'required' : 'optional'} id={fieldOfShare('fundId', place)}
            emptyLabel="社協におまかせ" options={usableOptions(ground.funds)} value={share.fundId} error={errorOf(fieldOfShare('fundId', place))}
            onChange={(event) => change(place, { fundId: event.currentTarget.value })} />
          {isSplit && (
            <AmountField label={`金額 ${place + 1}`} requirement="required" id={fieldOfShare('amountYen', place)} read={readTypedAmount} defaultValue={share.amountYen}
              error={errorOf(fieldOfShare('amountYen', place))} onChange={(event) => change(place, { amountYen: event.currentTarget.value })} />
          )}
          {isSplit && <Button size="small" variant="quiet" className="sm:mt-9" onClick={() => drop(place)}>使いみち {place + 1}を外す</Button>}
        </div>
      ))}
      {isSplit && <Remainder rest={rest} />}
      {typed.kind !== 'in_kind' && (
        <div><Button size="small" icon="plus" onClick={add}>使いみちを分ける</Button></div>
      )}
    </fieldset>
  )
}

function Remainder({ rest }: { rest: Yen | null }) {
  if (rest === null) return null
  return (
    <p role="status" className={rest === 0 ? 'text-green-900' : 'font-bold text-red-900'}>
      {rest === 0 ? '使いみちごとの金額は、いただいた金額と合っています。' : `残り ${formatYenDelta(rest)}円`}
    </p>
  )
}
