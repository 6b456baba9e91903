import { setPaper } from '../set-paper.ts'
import { headData, type PaperHead } from './paper-head.ts'

/** One remittance in words ready to be printed; amounts without their unit. */
export interface RemittanceSlip extends PaperHead {
  /** 〇〇県共同募金会; empty where it is not recorded. */
  readonly addressee: string
  /** 令和9年1月15日 */
  readonly remittedOn: string
  /** 令和8年度 赤い羽根共同募金 第1回 */
  readonly subject: string
  /** 60,000円 */
  readonly amount: string
  /** 取消済み once it was undone; else empty. */
  readonly mark: string
  readonly methods: readonly { readonly name: string; readonly count: string; readonly amount: string }[]
  readonly collected: string
  /** From what was collected to what is held afterwards, line by line. */
  readonly reckoning: readonly { readonly label: string; readonly amount: string; readonly isResult: boolean }[]
  /** 直接支払, each purpose with how many payments; empty where there is none. */
  readonly payments: readonly { readonly name: string; readonly count: string; readonly amount: string }[]
  readonly paidDirectly: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

/** 送金書 as a PDF. @throws PaperNotSet when it could not be made. */
export function setRemittanceSlip({ title, day, council, isDemo, ...slip }: RemittanceSlip): Promise<Uint8Array> {
  return setPaper('remittance-slip', { ...headData({ title, day, council, isDemo }), ...slip })
}
