/** 芳名の載せ方: how a giver is named where gifts are made known. What a gift itself says counts; this is what is proposed. */
export const acknowledgments = ['named', 'anonymous', 'amount_hidden'] as const
export type Acknowledgment = (typeof acknowledgments)[number]

export const acknowledgmentNames: Record<Acknowledgment, string> = {
  named: '実名',
  anonymous: '匿名',
  amount_hidden: '実名（金額は載せない）',
}
