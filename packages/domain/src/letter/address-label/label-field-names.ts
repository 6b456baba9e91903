/** The fields of labels and their sheets, as the audit log and the forms call them. */
export const labelFieldNames: Readonly<Record<string, string>> = {
  across: '横の枚数',
  down: '縦の枚数',
  labelWidthMm: 'ラベルの幅（mm）',
  labelHeightMm: 'ラベルの高さ（mm）',
  leftMm: '左の余白（mm）',
  topMm: '上の余白（mm）',
  columnGapMm: '横の間隔（mm）',
  rowGapMm: '縦の間隔（mm）',
  shiftRightMm: '右へのずらし（mm）',
  shiftDownMm: '下へのずらし（mm）',
  addressedFrom: '宛先の一覧',
  people: '人数',
  supporterNumbers: '支援者番号',
}
