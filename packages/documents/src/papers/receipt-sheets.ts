import { localDate } from '@sasaeai/domain/calendar/local-date'
import { PaperNotSet, setPaper, setPapers } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'
import type { PrintedProof } from './printed-proof.ts'

/** One receipt in words ready to be printed; its details are empty where one line tells all. */
export interface PrintedReceipt extends PrintedProof {
  /** Goods, whose worth is told, rather than money. */
  readonly isOfGoods: boolean
  /** Printed at the foot; empty for none. */
  readonly note: string
  /** Names a seal among those of the paper; null where there is room for the stamp. */
  readonly seal: string | null
  /** 再発行, with the count and the day; empty on a receipt that was handed out once. */
  readonly reissue: string
}

export interface ReceiptSheets extends PaperHead {
  /** One to an A4 with the office's copy below it, or three with stubs. */
  readonly layout: 'single' | 'triple'
  readonly receipts: readonly PrintedReceipt[]
  /** The seals that the receipts name: bytes of a PNG, JPEG or SVG. */
  readonly seals: ReadonlyMap<string, Uint8Array>
}

/** Receipts on as many sheets as they need, as one PDF. @throws PaperNotSet when it could not be made. */
export function setReceiptSheets(sheets: ReceiptSheets): Promise<Uint8Array> {
  return setPaper('receipt-sheets', sheetData(sheets))
}

/**
 * Each receipt as a PDF of its own, in the order given: an A4, or the third of one.
 * @throws PaperNotSet when they could not be made.
 */
export function setReceiptsApart({ receipts, ...sheets }: ReceiptSheets): Promise<Uint8Array[]> {
  return setPapers('receipt-sheets', receipts.map((receipt) => ({ ...sheetData({ ...sheets, title: `領収書 ${receipt.number}`, receipts: [receipt] }), isApart: true })))
}

/** Whether a picture can be printed as a seal: it is set once, on a sheet that nobody sees. */
export async function isPrintableSeal(picture: Uint8Array): Promise<boolean> {
  const words = { number: '', issuedOn: '', receivedOn: '', payer: '', honorific: '', address: '', amount: '', purpose: '', note: '', reissue: '', voidReason: '' }
  const council = { name: '', postalCode: '', address: '', phone: '', representative: '' }
  const receipt: PrintedReceipt = { ...words, details: [], isOfGoods: false, council, seal: 'seal', isVoid: false }
  const head = { title: '', day: localDate('2026-04-01'), council, isDemo: false }
  try {
    await setReceiptSheets({ ...head, layout: 'single', receipts: [receipt], seals: new Map([['seal', picture]]) })
    return true
  } catch (error) {
    if (error instanceof PaperNotSet) return false
    throw error
  }
}

function sheetData({ layout, receipts, seals, ...head }: ReceiptSheets) {
  const named = Object.fromEntries([...seals].map(([name, bytes]) => [name, [...bytes]]))
  return { ...headData(head), layout, receipts, seals: named, isApart: false }
}
