import { formatYen } from '@sasaeai/domain/money/yen'
import type { GivingSettingsDetails } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import { givingReceiptRuleNames, taxDateBasisNames } from '@sasaeai/domain/online-giving/settings/receipt-rule'
import { DetailList } from '../../../app/detail-list.tsx'

/** How gifts are taken, for those who may not change it. */
export function GivingRulesSummary({ details }: { details: GivingSettingsDetails }) {
  return (
    <DetailList
      lines={[
        ['オンラインの寄附', details.isOpen ? '受け付けている' : '受付を止めている'],
        ['1回の金額', `${formatYen(details.minimumYen)}円〜${formatYen(details.maximumYen)}円`],
        ['領収書の出し方', givingReceiptRuleNames[details.receiptRule]],
        ['受領日とする日', taxDateBasisNames[details.taxDateBasis]],
        ['返金の承認', `${formatYen(details.refundApprovalYen)}円以上は、もう1人の承認が要る`],
        ['全員への長めの確認', details.challengesEveryone ? 'する' : 'しない'],
        ['申込みの回数', `同じ接続元から1時間に${details.startsPerAddressHour}回、同じメールアドレスから1日に${details.startsPerEmailDay}回、同じ画面から1時間に${details.startsPerVisitHour}回まで（全体で1時間に${details.startsPerHour}回を超えると、確認が長めになります）`],
      ]}
    />
  )
}
