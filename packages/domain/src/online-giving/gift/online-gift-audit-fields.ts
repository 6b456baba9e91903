/** The field names of events about what was given online and what became of it. */
export const onlineGiftAuditFields: Readonly<Record<string, string>> = {
  bankOn: '通帳の日付',
  bankYen: '通帳の金額',
  entryDate: '記帳日',
  eventType: '通知の種類',
  wish: '寄附者の申し出',
}
