/** The field names that audit events of 善意銀行 carry, as the screens call them. */
export const goodwillFieldNames = {
  depositedOn: '預託日',
  differences: '差異のある行',
  goodsValueYen: '物品の時価',
  gramsEach: '1点の重さ（g）',
  handedOutOn: '払出日',
  measure: '数え方',
  moneyYen: 'お金',
  reasons: '理由',
  recipientsText: '対象',
  undoneOn: '取消日',
  way: '払出の方法',
  writtenOffOn: '廃棄日',
} as const satisfies Record<string, string>
