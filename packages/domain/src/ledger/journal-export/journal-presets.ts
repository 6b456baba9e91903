import type { JournalColumn, JournalField } from './journal-field.ts'
import type { JournalFileForm, JournalMapping } from './journal-profile.ts'

/** A profile as a council finds it: to be tried, adjusted, and then marked as verified by itself. */
export interface JournalPreset extends JournalFileForm {
  readonly code: string
  readonly name: string
  readonly preset: string
}

function column(heading: string, field: JournalField | null = null, text = ''): JournalColumn {
  return { heading, field, text }
}

/**
 * 弥生取り込み形式: 25 columns in the order that 弥生 publishes for 弥生会計 05 and later. 税金額, 番号 to 付箋2 stay
 * empty, 調整 is `no`.
 */
const yayoiColumns: readonly JournalColumn[] = [
  column('識別フラグ', 'yayoi_flag'), column('伝票No.', 'entry_number'), column('決算'), column('取引日付', 'entry_date'),
  column('借方勘定科目', 'debit_name'), column('借方補助科目', 'debit_sub'), column('借方部門'), column('借方税区分', 'debit_tax'),
  column('借方金額', 'debit_yen'), column('借方税金額'),
  column('貸方勘定科目', 'credit_name'), column('貸方補助科目', 'credit_sub'), column('貸方部門'), column('貸方税区分', 'credit_tax'),
  column('貸方金額', 'credit_yen'), column('貸方税金額'),
  column('摘要', 'description'), column('番号'), column('期日'), column('タイプ', 'yayoi_type'), column('生成元'), column('仕訳メモ'),
  column('付箋1'), column('付箋2'), column('調整', null, 'no'),
]

const sidesWithSegments: readonly JournalColumn[] = [
  column('借方拠点区分', 'debit_site'), column('借方サービス区分', 'debit_service'), column('借方科目コード', 'debit_code'),
  column('借方科目名', 'debit_name'), column('借方補助', 'debit_sub'), column('借方金額', 'debit_yen'),
  column('貸方拠点区分', 'credit_site'), column('貸方サービス区分', 'credit_service'), column('貸方科目コード', 'credit_code'),
  column('貸方科目名', 'credit_name'), column('貸方補助', 'credit_sub'), column('貸方金額', 'credit_yen'),
]

const welfare: JournalMapping = {
  columns: [column('伝票日付', 'entry_date'), column('伝票番号', 'entry_number'), column('行番号', 'row_number'), ...sidesWithSegments, column('摘要', 'description')],
  dateForm: 'digits',
  compound: 'pairs',
  sundryCode: '',
  sundryName: '諸口',
  subAccount: 'none',
  taxLabel: '対象外',
  requiresAccounts: true,
  accounts: [],
}

const forWindows = { encoding: 'cp932', lineEnding: 'crlf' } as const

/**
 * The presets. Of 弥生 the order of the columns is published; of the others the formats are not public, so that theirs
 * are sets of columns to begin with.
 */
export const journalPresets: readonly JournalPreset[] = [
  {
    code: '10', name: '弥生会計（25項目）', preset: 'yayoi', ...forWindows, hasHeader: false,
    mapping: { ...welfare, columns: yayoiColumns, dateForm: 'slashes', compound: 'slip', subAccount: 'source', requiresAccounts: false },
  },
  { code: '20', name: '福祉大臣', preset: 'fukushi_daijin', ...forWindows, hasHeader: true, mapping: welfare },
  { code: '30', name: 'TKC社会福祉法人会計', preset: 'tkc', ...forWindows, hasHeader: true, mapping: { ...welfare, compound: 'sundry' } },
  {
    code: '40', name: '財務のエース', preset: 'zaimu_ace', ...forWindows, hasHeader: true,
    mapping: { ...welfare, dateForm: 'slashes', columns: [column('日付', 'entry_date'), column('伝票番号', 'entry_number'), ...sidesWithSegments, column('税区分', 'debit_tax'), column('摘要', 'description')] },
  },
]
