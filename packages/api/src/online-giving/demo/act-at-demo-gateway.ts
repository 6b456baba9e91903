import { inTransaction } from '@sasaeai/db/in-transaction'
import { type DemoDeedInput, demoDeedNames } from '@sasaeai/domain/online-giving/demo/demo-deed'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type DemoOutcome = Outcome<null, 'demo_gateway_absent' | 'demo_nothing_to_send' | 'demo_deed_too_late'>

/** Has something happen at the demo gateway. What follows from it in the books is told by its events, as always. */
export async function actAtDemoGateway(deps: Deps, actor: Actor, input: DemoDeedInput): Promise<DemoOutcome> {
  const demo = (await deps.demoGateway?.()) ?? null
  const { accountCode, deed } = input
  const isAccount = (await deps.db.prisma.paymentAccount.count({ where: { code: accountCode } })) > 0
  if (demo === null || !isAccount) return fail('demo_gateway_absent')
  if (!(await actAt(demo, input))) return fail(deed === 'make_payout' ? 'demo_nothing_to_send' : 'demo_deed_too_late')
  await inTransaction(deps.db, (tx) =>
    recordAuditEvent(deps, tx, {
      actor, action: 'demo_gateway.act', subjectKind: 'demo_gateway', subjectId: accountCode, reason: demoDeedNames[deed],
    }),
  )
  return succeed(null)
}

/** Whether there was something to do. */
async function actAt(demo: DemoGateway, { accountCode, deed, subjectId }: DemoDeedInput): Promise<boolean> {
  switch (deed) {
    case 'next_month':
      await demo.moveToNextMonth(accountCode)
      return true
    case 'make_payout':
      return (await demo.makePayout(accountCode)) !== null
    case 'fail_payout':
      return demo.failPayout(accountCode, subjectId)
    case 'open_dispute':
      return (await demo.openDispute(accountCode, subjectId)) !== null
    case 'win_dispute':
      return demo.closeDispute(accountCode, subjectId, 'won')
    case 'lose_dispute':
      return demo.closeDispute(accountCode, subjectId, 'lost')
    case 'finish_refund':
      return demo.finishRefund(accountCode, subjectId)
    case 'fail_refund':
      return demo.failRefund(accountCode, subjectId)
    case 'refuse_card':
      return demo.setCardFails(accountCode, subjectId, true)
    case 'take_card':
      return demo.setCardFails(accountCode, subjectId, false)
  }
}
