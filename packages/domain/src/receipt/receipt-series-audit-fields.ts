/** The fields of 領収書の系列 in audit events, as the screens call them. */
export const receiptSeriesAuditFields: Readonly<Record<string, string>> = {
  digits: '番号の桁数',
  layout: '組み方',
  pattern: '番号の形',
  printsSeal: '印影の印字',
}
