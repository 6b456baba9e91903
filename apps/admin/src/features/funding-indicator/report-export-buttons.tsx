import { type ReportFormat, reportFormatNames, reportFormats } from '@sasaeai/domain/funding-indicator/report-format'
import { ExportButton } from '../../app/export-button.tsx'

interface ReportExportButtonsProps {
  /** What is written, as it is told when the file is there: 「経営のページの表」 */
  readonly of: string
  /** Has the server write the file. */
  readonly write: (format: ReportFormat) => ReturnType<Parameters<typeof ExportButton>[0]['write']>
}

/** The tables of a page as a file. */
export function ReportExportButtons({ of, write }: ReportExportButtonsProps) {
  return reportFormats.map((format) => (
    <ExportButton key={format} label={reportFormatNames[format]} write={() => write(format)} done={`${of}を${reportFormatNames[format]}に書き出しました`} />
  ))
}
