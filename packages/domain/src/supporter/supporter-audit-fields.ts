/** Fields of the register that audit events carry, as the screens call them. */
export const supporterAuditFields: Readonly<Record<string, string>> = {
  counterpart: '相手',
  contactedOn: '接触した日',
  acknowledgment: '芳名の載せ方',
  attribute: '寄附者の属性',
  fileName: 'ファイル名',
  honorific: '敬称',
  mailingAddress: '送付先の住所',
  mailingName: '送付先の宛名',
  mailingPostalCode: '送付先の郵便番号',
  movedOn: 'いつから',
  receiptDelivery: '領収書の渡し方',
  relation: '関係',
  sizeBytes: '大きさ（バイト）',
  restored: '前に戻した人数',
  value: '番号・アドレス',
  wantsMail: '郵送を希望',
}
