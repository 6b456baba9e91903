import type { BoardPack } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import { blockData } from './report-blocks.ts'

export interface BoardPackPaper extends PaperHead, BoardPack {}

/** 理事会資料 on as many A4 pages as it needs, as a PDF; charts are drawn as SVG, each with its table. @throws PaperNotSet */
export function setBoardPack(paper: BoardPackPaper): Promise<Uint8Array> {
  return setPaper('board-pack', boardPackData(paper))
}

/** As papers/board-pack.typ reads it. */
export function boardPackData({ heading, period, moment, parts, definitions, ...head }: BoardPackPaper): object {
  return {
    ...headData(head), heading, period, moment, definitions,
    parts: parts.map(({ title, comment, blocks }) => ({ title, comment, blocks: blocks.map(blockData) })),
  }
}
