/** What can keep a table file (CSV, Excel) from being read or written. */
export const tableFileFailures = {
  file_empty: () => 'ファイルに行がありません。1行目に見出し、2行目からデータを入れてください。',
  file_too_large: () => 'ファイルが大きすぎます（20MBまで）。いくつかのファイルに分けてください。',
  file_too_many_rows: () => '行数が多すぎます（100,000行まで）。いくつかのファイルに分けてください。',
  file_is_old_excel: () =>
    '古い形式のExcelファイル（.xls）は読めません。Excelで開き、「名前を付けて保存」で.xlsx形式にしてください。',
  file_is_protected: () =>
    'パスワードで保護されたファイルは読めません。Excelで開き、読み取りパスワードを外して保存し直してください。',
  file_not_a_table: () => '表のファイルではありません。CSV、TSVまたはExcel（.xlsx）のファイルを選んでください。',
  file_encoding_unknown: () =>
    '文字コードを判別できません。UTF-8またはShift_JISのCSVか、Excel（.xlsx）で保存し直してください。',
  file_quote_broken: (about?: string) =>
    `${about ?? ''}行目の引用符（"）の閉じ方が正しくありません。その行を直すか、Excel（.xlsx）で保存し直してください。`,
  file_unreadable: () => 'ファイルが壊れているため読めません。Excelで開いて確かめ、.xlsx形式で保存し直してください。',
  not_in_cp932: (about?: string) =>
    `Shift_JISで表せない文字があります：${about ?? ''}。UTF-8のCSVかExcelで出力してください。`,
} as const

/** Why a file could not be read as a table. */
export type TableFileFailure = Exclude<keyof typeof tableFileFailures, 'not_in_cp932'>
