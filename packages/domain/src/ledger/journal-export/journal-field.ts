/** What a column of a file for an accounting program can hold. */
export const journalFields = [
  'entry_date', 'entry_number', 'fiscal_year', 'row_number', 'entry_kind',
  'debit_code', 'debit_name', 'debit_sub', 'debit_site', 'debit_service', 'debit_tax', 'debit_yen',
  'credit_code', 'credit_name', 'credit_sub', 'credit_site', 'credit_service', 'credit_tax', 'credit_yen',
  'description', 'yayoi_flag', 'yayoi_type',
] as const
export type JournalField = (typeof journalFields)[number]

export const journalFieldNames: Readonly<Record<JournalField, string>> = {
  entry_date: '日付',
  entry_number: '伝票番号',
  fiscal_year: '年度',
  row_number: '伝票の中の行番号',
  entry_kind: '種類（受入・支払など）',
  debit_code: '借方科目コード',
  debit_name: '借方科目名',
  debit_sub: '借方補助科目',
  debit_site: '借方拠点区分コード',
  debit_service: '借方サービス区分コード',
  debit_tax: '借方税区分',
  debit_yen: '借方金額',
  credit_code: '貸方科目コード',
  credit_name: '貸方科目名',
  credit_sub: '貸方補助科目',
  credit_site: '貸方拠点区分コード',
  credit_service: '貸方サービス区分コード',
  credit_tax: '貸方税区分',
  credit_yen: '貸方金額',
  description: '摘要',
  yayoi_flag: '識別フラグ（弥生）',
  yayoi_type: 'タイプ（弥生）',
}

/** A column: a field, or the same text on every line. */
export interface JournalColumn {
  readonly heading: string
  /** Null: `text` stands on every line. */
  readonly field: JournalField | null
  readonly text: string
}

/** Whether spreadsheets could take what people typed in the column for a formula; codes, days and amounts go out as the target wants them. */
export function isTypedText({ field }: JournalColumn): boolean {
  return field === 'description'
}
