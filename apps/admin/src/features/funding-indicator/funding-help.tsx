import { HelpTip } from '@sasaeai/ui/help-tip'

/** 預り金 in two sentences. */
export function CustodyHelp() {
  return (
    <HelpTip term="預り金">
      共同募金や歳末の募金は県の共同募金会のお金で、送金するまで社協が預かっています。社協の収入ではないので、分けて数えます。
    </HelpTip>
  )
}

/** 前年同日 in two sentences. */
export function SameDayHelp() {
  return (
    <HelpTip term="前年同日比">
      今年度の基準日までの金額を、前年度の同じ月日までの金額で割ったものです。年度の途中でも、進み具合を比べられます。
    </HelpTip>
  )
}

/** 達成率 in two sentences. */
export function AttainmentHelp() {
  return (
    <HelpTip term="達成率">
      基準日までの金額を、年度の目標額で割ったものです。端数は切り捨て、目標がないところは「—」とします。
    </HelpTip>
  )
}
