import { exportFormats } from '@sasaeai/domain/document/export-format'
import { addressTableFormatNames, type LabelPaper } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { envelopeNames, envelopes, writingDirectionNames, writingDirections } from '@sasaeai/domain/letter/address-label/envelope'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { AppLink } from '../../../app/app-link.tsx'
import type { LabelPapers, LabelSheet } from './label-papers.ts'

interface LabelPaperFieldsProps {
  readonly form: LabelPaper['form']
  readonly papers: LabelPapers
  readonly sheets: readonly LabelSheet[]
  readonly onChange: (papers: LabelPapers) => void
}

/** What each form of paper asks for. */
export function LabelPaperFields({ form, papers, sheets, onChange }: LabelPaperFieldsProps) {
  switch (form) {
    case 'labels':
      return (
        <div>
          <SelectField label="ラベル用紙" requirement="required" width="long" value={papers.labels.labelSheetId ?? ''} options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => onChange({ ...papers, labels: { ...papers.labels, labelSheetId: sheets.find(({ id }) => id === event.currentTarget.value)?.id ?? null, startAt: 1 } })} />
          <p className="mt-2 text-[0.875rem] text-ink-sub">
            寸法と印刷のずれは<AppLink to="/settings/label-sheets">ラベル用紙の設定</AppLink>で直せます。印刷は「実際のサイズ」（拡大・縮小なし）で行ってください。
          </p>
        </div>
      )
    case 'envelopes':
      return <EnvelopeFields chosen={papers.envelopes} onChange={(chosen) => onChange({ ...papers, envelopes: chosen })} />
    case 'window':
      return <p>A4に宛名だけを印刷します。三つ折りにして、本文といっしょに窓あき封筒（長形3号）に入れてください。</p>
    case 'table':
      return (
        <SelectField label="ファイルの形" requirement="required" width="long" value={papers.table.format} options={exportFormats.map((value) => ({ value, label: addressTableFormatNames[value] }))}
          support="Wordの差し込み印刷や宛名ソフトで使える列（郵便番号、住所1・2、氏名、敬称、連名）です。"
          onChange={(event) => onChange({ ...papers, table: { form: 'table', format: exportFormats.find((format) => format === event.currentTarget.value) ?? papers.table.format } })} />
      )
  }
}

function EnvelopeFields({ chosen, onChange }: { chosen: LabelPapers['envelopes']; onChange: (chosen: LabelPapers['envelopes']) => void }) {
  return (
    <div className="flex flex-col gap-4">
      <SelectField label="封筒" requirement="required" width="long" value={chosen.envelope} options={envelopes.map((value) => ({ value, label: envelopeNames[value] }))}
        onChange={(event) => onChange({ ...chosen, envelope: envelopes.find((envelope) => envelope === event.currentTarget.value) ?? chosen.envelope })} />
      <RadioGroupField label="文字の向き" requirement="required" name="label-direction" isRow defaultValue={chosen.direction}
        support="縦書きでは、住所の数字を漢数字にします。" options={writingDirections.map((value) => ({ value, label: writingDirectionNames[value] }))}
        onChange={(event) => onChange({ ...chosen, direction: writingDirections.find((direction) => direction === event.currentTarget.value) ?? chosen.direction })} />
      <CheckboxField label="差出人（社協の住所・名称・電話）も印刷する" support="名入りの封筒では外してください。" checked={chosen.withSender} onChange={(event) => onChange({ ...chosen, withSender: event.currentTarget.checked })} />
    </div>
  )
}
