import { type ExportFormat, exportFormatNames, exportFormats } from '@sasaeai/domain/document/export-format'
import { ExportButton } from '../../app/export-button.tsx'

interface ReportExportButtonsProps {
  /** What is written, as it is told when the file is there: 「経営のページの表」 */
  readonly of: string
  /** Has the server write the file. */
  readonly write: (format: ExportFormat) => ReturnType<Parameters<typeof ExportButton>[0]['write']>
}

/** The tables of a page as a file. */
export function ReportExportButtons({ of, write }: ReportExportButtonsProps) {
  return exportFormats.map((format) => (
    <ExportButton key={format} label={exportFormatNames[format]} write={() => write(format)} done={`${of}を${exportFormatNames[format]}に書き出しました`} />
  ))
}
