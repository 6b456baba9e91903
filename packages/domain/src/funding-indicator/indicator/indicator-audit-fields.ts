import { planAuditFields } from '../plan/plan-audit-fields.ts'

/** The field names that audit events of indicators and plans carry, as the screens call them. */
export const indicatorAuditFields: Readonly<Record<string, string>> = {
  ...planAuditFields,
  asOfLabel: '時点',
  assessment: '評価',
  changed: '変更した件数',
  computation: '計算のしかた',
  decimals: '小数点以下の桁数',
  definition: '定義',
  direction: '望ましい向き',
  formula: '式',
  fromFiscalYear: '適用する年度',
  grade: '評価の区分',
  indicatorActual: '実績',
  indicatorTarget: '目標',
  nextIssue: '次期への課題',
  owner: '担当',
  parameters: '計算の条件',
  targetNote: '目標の備考',
  version: '版',
}
