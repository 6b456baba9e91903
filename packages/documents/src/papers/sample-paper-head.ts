import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { PaperHead } from './paper-head.ts'

/** A council with long lines, for tests. */
export const samplePaperHead: PaperHead = {
  title: '見本',
  day: localDate('2026-05-01'),
  isDemo: true,
  council: {
    name: '社会福祉法人ささえ市社会福祉協議会',
    postalCode: '830-0001',
    address: 'ささえ市中央町一丁目2番3号　総合福祉会館2階',
    phone: '0942-00-0000',
    representative: '会長　支援　太郎',
  },
}
