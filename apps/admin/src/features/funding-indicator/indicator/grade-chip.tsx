import type { IndicatorGrade } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import type { ReactNode } from 'react'

const tones: Record<IndicatorGrade, ChipTone> = { achieved: 'success', nearly: 'accent', behind: 'warning', missed: 'error' }

/** 評価の区分 */
export function GradeChip({ grade, children }: { grade: IndicatorGrade; children: ReactNode }) {
  return <StatusChip tone={tones[grade]}>{children}</StatusChip>
}
